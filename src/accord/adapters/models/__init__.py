"""Trained models behind the ports; onnxruntime, tokenizers and numpy live here alone."""

"""Training of the stance judge: corpus, network, training, export."""

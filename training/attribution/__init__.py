"""Training of the attribution tagger: corpus, network, training, export."""

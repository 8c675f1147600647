"""Training of the models; outside the package, needs torch."""

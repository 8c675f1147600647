"""Prints answers about models: forecasts, graphs, changes and how firm they are."""

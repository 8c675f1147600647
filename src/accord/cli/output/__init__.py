"""What the commands print: data on stdout, talk on stderr."""

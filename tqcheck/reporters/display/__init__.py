"""What several output formats need: text made safe to show, excerpts, colours, JSON."""

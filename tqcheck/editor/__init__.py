"""tqcheck in an editor: what is odd in the text that is open, while it is being written."""

"""What alternates agree on and a rendering lacks or contradicts."""

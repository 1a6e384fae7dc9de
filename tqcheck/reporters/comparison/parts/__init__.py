"""Parts of a comparison that several formats show: what differs, what rules found, what changed since an earlier run."""

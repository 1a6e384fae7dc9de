"""Evidence weighed by small fitted models: from columns of numbers to spans with a probability."""

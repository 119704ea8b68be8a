//! The one place that names comrak.

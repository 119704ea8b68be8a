//! The rooms of the suite.

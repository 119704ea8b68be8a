//! Translating at a window: rows as they are shown, and what is inserted into them.

mod insert;
mod random;
mod view;

//! The scenarios of the desk, told through the public crates. Those of the table carry its
//! numbers; the others are the rules beside it.

mod facts;
mod following;
mod looking;
mod publishing;
mod reviewing;
mod roles;
mod sharing;
mod translating;
mod undoing;

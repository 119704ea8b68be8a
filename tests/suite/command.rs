//! The command's contract: statuses, JSON shapes, and what each verb does to the desk.

mod contract;
mod deciding;
mod reading;
mod writing;

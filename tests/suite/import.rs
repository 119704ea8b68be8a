//! Files that come in: front matter, batches with bad files among them, copied pages.

mod copied_page;
mod front_matter;
mod refused;
mod seed;

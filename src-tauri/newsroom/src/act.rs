//! Who does something, when, and under which name.

use std::cell::Cell;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::id::{OperationId, PersonId};

/// What every mutation is told: the operation it belongs to, the person and the instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// Running the same operation twice equals running it once.
    pub operation: OperationId,
    pub by: PersonId,
    pub at: Timestamp,
}

/// Identifiers for what one operation makes: UUIDv7 of its instant, with bits that follow from the
/// operation, so that a repeated operation would make the same ones.
pub(crate) struct Ids {
    operation: OperationId,
    at: Timestamp,
    made: Cell<u32>,
}

impl Ids {
    pub(crate) fn new(operation: OperationId, at: Timestamp) -> Self {
        Self { operation, at, made: Cell::new(0) }
    }

    pub(crate) fn next(&self) -> Uuid {
        let number = self.made.get();
        self.made.set(number + 1);
        let mut hash = Sha256::new();
        hash.update(b"shpalta id 1");
        hash.update(self.operation.0.as_bytes());
        hash.update(number.to_be_bytes());
        let mut bits = [0; 10];
        bits.copy_from_slice(&hash.finalize()[..10]);
        let millis = u64::try_from(self.at.as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bits).into_uuid()
    }
}

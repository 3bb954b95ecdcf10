//! Who and where? Mentions of persons, organisations and places, and the parties that they belong to.

use crate::Layers;
use crate::time::Time;

/// Names of a text.
#[derive(Clone, Debug, Default)]
pub struct Names {}

/// All names of a text.
pub fn names(_layers: &Layers, _times: &[Time]) -> Names {
    Names::default()
}

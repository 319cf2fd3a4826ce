//! A column of copied lines: the field that takes it, and what its cells mean in it.

use crate::analysis::words::named::RecordNames;
use crate::analysis::words::typed::{
    Around, Oddity, Order, TextReading, Unread, is_sheet_error, kept, oddity, orders, read_as,
};
use crate::model::template::{Field, FieldType, STATUS};
use crate::model::{Log, Value};

/// A column that a field takes.
pub(super) struct Column<'a> {
    pub(super) field: &'static Field,
    names: Option<RecordNames<'a>>,
    /// The order of day and month that its cells were found to have.
    pub(super) order: Option<Order>,
}

impl<'a> Column<'a> {
    pub(super) fn of(log: &'a Log, field: &'static Field) -> Self {
        let names = match field.field_type {
            FieldType::Ref(kinds) => Some(RecordNames::of(log, kinds, &[])),
            _ => None,
        };
        Self {
            field,
            names,
            order: None,
        }
    }

    pub(super) fn read(&self, text: &str, around: &Around) -> TextReading {
        if is_sheet_error(text) {
            return TextReading::unread(Oddity::SheetError, []);
        }
        // One line, where a cell of the other program had several.
        let line = matches!(self.field.field_type, FieldType::Text(_))
            .then(|| text.split('\n').collect::<Vec<_>>().join(" "));
        read_as(
            self.field,
            line.as_deref().unwrap_or(text),
            around,
            self.names.as_ref(),
        )
    }

    /// What a cell is taken as, and what is told of it: that it was not read, or is a text too long for its field.
    pub(super) fn take(&self, text: &str, around: &Around) -> (Option<Value>, Option<Unread>) {
        match self.read(text, around) {
            TextReading::Is(value, _) => {
                let meant = Vec::new();
                let told = oddity(self.field, &value).map(|why| Unread { why, meant });
                (Some(value), told)
            }
            // A state is no text: the form stands at its first one.
            TextReading::Unread(unread) if self.field.key == STATUS => (None, Some(unread)),
            TextReading::Unread(unread) => (Some(kept(self.field, text)), Some(unread)),
        }
    }

    /// Whether a cell says nothing: it is empty, or has a stroke where the field holds no text.
    pub(super) fn is_nothing(&self, text: &str) -> bool {
        let is_text = matches!(
            self.field.field_type,
            FieldType::Text(_) | FieldType::LongText(_)
        );
        Value::typed(text).is_empty()
            || !is_text && ["-", "--", "–", "—", "——", "/", "\\", "n/a", "N/A"].contains(&text)
    }

    /// Whether it holds days or moments.
    pub(super) fn is_dated(&self) -> bool {
        matches!(self.field.field_type, FieldType::Date | FieldType::DateTime)
    }

    /// Learns the order of day and month from all cells; the orders that remain where they do not say it.
    pub(super) fn learn_order<'t>(
        &mut self,
        cells: impl Iterator<Item = &'t String>,
        around: &Around,
    ) -> Vec<Order> {
        let mut left: Option<Vec<Order>> = None;
        let mut is_open = false;
        for orders in cells.filter_map(|text| orders(text, around)) {
            is_open |= orders.len() > 1;
            match &mut left {
                None => left = Some(orders),
                Some(left) => left.retain(|order| orders.contains(order)),
            }
        }
        match left.unwrap_or_default().as_slice() {
            [only] => self.order = Some(*only),
            several if is_open => return several.to_vec(),
            _ => {}
        }
        Vec::new()
    }
}

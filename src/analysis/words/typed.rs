//! Between what a person types and what a cell holds. What cannot be read without guessing is kept as it was typed,
//! with the reason and with what it may have meant; nothing becomes something else without a word.

mod around;
mod beside;
mod choices;
mod clock;
mod dates;
mod day;
mod letters;
mod numbers;
mod reading;
mod relative;
mod shapes;
mod shown;
mod when;
mod years;

pub use around::{Around, Order};
pub use letters::is_sheet_error;
pub use reading::{Oddity, Supplied, TextReading, Unread};
pub(in crate::analysis) use shapes::month_of;
pub use shown::{as_written, grouped, picker_text, plain, readable, shown, written_elsewhere};
pub use when::{orders, read_when};

use super::named::RecordNames;
use crate::model::template::{CellType, Field, FieldType, Form};
use crate::model::{Moment, RecordId, Value, Zone};
use letters::without_marks;

/// Reads what was typed into a field of a record. What stands there, typed again, stays what it is.
pub fn read(
    form: &Form<'_>,
    field: &'static Field,
    text: &str,
    now: Moment,
    zone: Zone,
) -> TextReading {
    let held = form.value(field.key);
    if shown(field.field_type, &held, zone) == text.trim() && oddity(field, &held).is_none() {
        return TextReading::Is(held, Supplied::Nothing);
    }
    let names = names_of(form, field);
    read_as(
        field,
        text,
        &Around::of(form, field, now, zone),
        names.as_ref(),
    )
}

/// Reads a text as the value of a field, with what stands around it and the records it may name.
pub fn read_as(
    field: &'static Field,
    text: &str,
    around: &Around,
    names: Option<&RecordNames<'_>>,
) -> TextReading {
    let value = Value::typed(text);
    let Some(typed) = value.as_text() else {
        return TextReading::Is(Value::Null, Supplied::Nothing);
    };
    if !is_text(field) && is_sheet_error(typed) {
        return TextReading::unread(Oddity::SheetError, []);
    }
    let typed = if is_text(field) {
        typed
    } else {
        without_marks(typed)
    };
    match field.field_type {
        FieldType::Date | FieldType::DateTime => read_when(field.field_type, typed, around),
        FieldType::Int(min, max) => read_whole(typed, &numbers::units(field), min, max),
        FieldType::Decimal => match numbers::decimal(typed, &numbers::units(field)) {
            Ok(number) => amount(field, Value::text(number)),
            Err(doubt) => {
                TextReading::unread(doubt.why, doubt.numbers.into_iter().map(Value::text))
            }
        },
        FieldType::Money => read_money(field, typed),
        FieldType::Bool => match choices::yes_or_no(typed) {
            Some(answer) => TextReading::Is(Value::Bool(answer), Supplied::Nothing),
            None => TextReading::unread(Oddity::NotYesOrNo, [true, false].map(Value::Bool)),
        },
        FieldType::Enum(all) => match choices::chosen(all, typed) {
            Ok(choice) => TextReading::Is(Value::text(choice.key), Supplied::Nothing),
            Err(doubt) => TextReading::unread(
                doubt.why,
                doubt.choices.iter().map(|one| Value::text(one.key)),
            ),
        },
        FieldType::Scale(all) => {
            let number = |key: &str| key.parse().ok().map(Value::int);
            match choices::chosen(all, typed) {
                Ok(choice) => {
                    TextReading::Is(number(choice.key).unwrap_or_default(), Supplied::Nothing)
                }
                Err(doubt) => TextReading::unread(
                    doubt.why,
                    doubt.choices.iter().filter_map(|one| number(one.key)),
                ),
            }
        }
        FieldType::Ref(_) => match names.map(|names| names.read(typed)) {
            Some(Ok(record)) => TextReading::Is(record.write(), Supplied::Nothing),
            Some(Err(doubt)) => {
                TextReading::unread(doubt.why, doubt.records.iter().map(RecordId::write))
            }
            None => TextReading::unread(Oddity::NotListed, []),
        },
        FieldType::Text(_) | FieldType::LongText(_) | FieldType::Set(_) => {
            TextReading::Is(value, Supplied::Nothing)
        }
    }
}

/// Reads a count that belongs to no field, with the units that may stand behind it.
pub fn read_number(text: &str, units: &[&str]) -> Option<u32> {
    numbers::whole(text, units).ok()?.try_into().ok()
}

/// Reads a number that belongs to no field, in plain decimal notation; nothing where it may mean two things.
pub fn read_decimal(text: &str) -> Option<String> {
    numbers::decimal(text, &[]).ok()
}

fn read_whole(text: &str, units: &[&str], min: i64, max: i64) -> TextReading {
    match numbers::whole(text, units) {
        Ok(number) if (min..=max).contains(&number) => {
            TextReading::Is(Value::int(number), Supplied::Nothing)
        }
        Ok(_) => TextReading::unread(Oddity::OutOfRange(min, max), []),
        Err(doubt) => {
            let numbers = doubt
                .numbers
                .iter()
                .filter_map(|number| number.parse().ok());
            let numbers = numbers.filter(|number| (min..=max).contains(number));
            TextReading::unread(doubt.why, numbers.map(Value::int))
        }
    }
}

fn read_money(field: &Field, text: &str) -> TextReading {
    match numbers::money(text) {
        Ok(cents) => amount(field, Value::int(cents)),
        Err(doubt) => {
            let amounts = doubt
                .numbers
                .iter()
                .filter_map(|number| numbers::money(number).ok());
            TextReading::unread(doubt.why, amounts.map(Value::int))
        }
    }
}

fn amount(field: &Field, value: Value) -> TextReading {
    if is_below_zero(field, &value) {
        return TextReading::unread(Oddity::BelowZero, []);
    }
    TextReading::Is(value, Supplied::Nothing)
}

/// Whether an amount of what there is, is less than nothing.
fn is_below_zero(field: &Field, value: &Value) -> bool {
    let is_less = match value.as_text() {
        Some(text) => text.starts_with('-') && text.contains(|digit| ('1'..='9').contains(&digit)),
        None => value.as_int().is_some_and(|cents| cents < 0),
    };
    field.from_zero && is_less
}

/// Why a value does not count in a field of a record, with what it may mean; nothing where it counts.
pub fn unread(
    form: &Form<'_>,
    field: &'static Field,
    value: &Value,
    now: Moment,
    zone: Zone,
) -> Option<Unread> {
    let odd = oddity(field, value);
    if odd.is_none() && (field.ends.is_none() || value.is_empty()) {
        return None;
    }
    let meant = Vec::new();
    let (Some(text), false) = (value.as_text(), is_text(field)) else {
        return odd.map(|why| Unread { why, meant });
    };
    let names = names_of(form, field);
    match (
        odd,
        read_as(
            field,
            text,
            &Around::of(form, field, now, zone),
            names.as_ref(),
        ),
    ) {
        (Some(_), TextReading::Unread(unread)) => Some(unread),
        // What could not be read then may be clear by now.
        (Some(why), TextReading::Is(value, _)) => Some(Unread {
            why,
            meant: vec![value],
        }),
        (None, TextReading::Unread(unread)) if unread.why == Oddity::BeforeStart => Some(unread),
        (None, _) => None,
    }
}

fn is_text(field: &Field) -> bool {
    matches!(
        field.field_type,
        FieldType::Text(_) | FieldType::LongText(_) | FieldType::Set(_)
    )
}

/// The records that a field may name: neither its own nor the one it lies under.
fn names_of<'a>(form: &Form<'a>, field: &Field) -> Option<RecordNames<'a>> {
    let FieldType::Ref(kinds) = field.field_type else {
        return None;
    };
    let above = form.parent();
    let not = [Some(form.record()), above.as_ref().map(Form::record)];
    let not: Vec<&RecordId> = not.into_iter().flatten().collect();
    Some(RecordNames::of(form.log(), kinds, &not))
}

/// A text that was not read, as a cell keeps it. Where its letters alone would be a value of the field, a blank stands
/// before them, so that nothing takes for an answer what is still to be said.
pub fn kept(field: &Field, text: &str) -> Value {
    let value = Value::typed(text);
    let Some(typed) = value.as_text() else {
        return Value::Null;
    };
    let is_taken = match field.field_type {
        _ if is_text(field) => false,
        FieldType::Ref(_) => RecordId::read(&value).is_some(),
        field_type => field_type.holds(&value),
    };
    if is_taken {
        Value::text(format!(" {typed}"))
    } else {
        value
    }
}

/// What is wrong with a value, if anything, whatever stands around it.
pub fn oddity(field: &Field, value: &Value) -> Option<Oddity> {
    if value.is_empty() {
        return None;
    }
    let holds = field.field_type.holds(value);
    let unless = |is_right: bool, oddity| (!is_right).then_some(oddity);
    match field.field_type {
        FieldType::Date => unless(holds, Oddity::NotADate),
        FieldType::DateTime => unless(holds, Oddity::NotAMoment),
        FieldType::Money if !holds => Some(Oddity::NotMoney),
        FieldType::Decimal if !holds => Some(Oddity::NotANumber),
        FieldType::Money | FieldType::Decimal => {
            unless(!is_below_zero(field, value), Oddity::BelowZero)
        }
        FieldType::Bool => unless(holds, Oddity::NotYesOrNo),
        FieldType::Int(min, max) => match value.as_int() {
            None => Some(Oddity::NotAnInteger),
            Some(n) => unless((min..=max).contains(&n), Oddity::OutOfRange(min, max)),
        },
        FieldType::Enum(_) => unless(holds, Oddity::NotAChoice),
        FieldType::Scale(all) => {
            let key = value.as_int().map(|number| number.to_string());
            let is_one = all.iter().any(|choice| Some(choice.key) == key.as_deref());
            unless(is_one, Oddity::NotAChoice)
        }
        FieldType::Ref(_) => unless(holds, Oddity::NotListed),
        FieldType::Text(max) | FieldType::LongText(max) => {
            let length = value.as_text().map_or(0, |text| text.chars().count());
            unless(length <= max, Oddity::TooLong(max, length))
        }
        FieldType::Set(_) => None,
    }
}

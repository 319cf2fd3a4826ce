//! Fields: key, label, type, and to which gate they belong.

use super::Label;
use crate::model::clock::Moment;
use crate::model::id::RecordId;
use crate::model::value::Value;
use chrono::NaiveDate;
use std::marker::PhantomData;

/// A typed name of a field: the only way code outside a template file names one.
#[derive(Debug)]
pub struct Key<T> {
    /// The key in files.
    pub name: &'static str,
    reads_as: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// Names a field; the template's declaration and this must agree.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            reads_as: PhantomData,
        }
    }
}
impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}

/// What a value reads as. A value of another type than declared is kept and shown as text, and reads as nothing here.
pub trait CellType: Sized {
    /// Reads the value, or nothing.
    fn read(value: &Value) -> Option<Self>;
    /// The value that a cell holds for it.
    fn write(&self) -> Value;
}
impl CellType for String {
    fn read(value: &Value) -> Option<Self> {
        value.as_text().map(str::to_owned)
    }
    fn write(&self) -> Value {
        Value::text(self.as_str())
    }
}
impl CellType for i64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_int()
    }
    fn write(&self) -> Value {
        Value::int(*self)
    }
}
impl CellType for bool {
    fn read(value: &Value) -> Option<Self> {
        if let Value::Bool(flag) = value {
            Some(*flag)
        } else {
            None
        }
    }
    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}
impl CellType for NaiveDate {
    fn read(value: &Value) -> Option<Self> {
        parse_date(value.as_text()?)
    }
    fn write(&self) -> Value {
        Value::text(self.to_string())
    }
}
impl CellType for Moment {
    fn read(value: &Value) -> Option<Self> {
        let moment = Moment::parse_from_rfc3339(value.as_text()?).ok()?;
        in_range(moment.date_naive()).then_some(moment)
    }
    fn write(&self) -> Value {
        Value::text(self.to_rfc3339_opts(chrono::SecondsFormat::Secs, false))
    }
}
impl CellType for RecordId {
    fn read(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }
    fn write(&self) -> Value {
        Value::text(self.as_str())
    }
}

/// Reads `2026-03-05`; only 1900-01-01 to 2199-12-31.
pub(crate) fn parse_date(text: &str) -> Option<NaiveDate> {
    let digits = |from: usize, to: usize| {
        text.get(from..to)
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let has_form = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (year, month, day) = (
        digits(0, 4)?.parse().ok()?,
        digits(5, 7)?.parse().ok()?,
        digits(8, 10)?.parse().ok()?,
    );
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    (has_form && in_range(date)).then_some(date)
}

/// `2026-03-05 14:30`: how people read a moment.
pub fn minute_text(moment: Moment) -> String {
    use chrono::Timelike;
    format!(
        "{} {:02}:{:02}",
        moment.date_naive(),
        moment.hour(),
        moment.minute()
    )
}

fn in_range(date: NaiveDate) -> bool {
    use chrono::Datelike;
    (1900..=2199).contains(&date.year())
}

/// One value of an enum field: its key in files and its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The key in files.
    pub key: &'static str,
    /// What people read.
    pub label: Label,
}

impl Choice {
    /// A choice by its key and its words in both languages.
    pub const fn new(key: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self {
            key,
            label: Label { zh, en },
        }
    }
}

/// What a field holds and how it is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// One line, at most so many characters.
    Text(usize),
    /// Several lines, at most so many characters.
    LongText(usize),
    /// A whole number in a range, inclusive.
    Int(i64, i64),
    /// A decimal, stored as text in plain decimal notation ("3.5").
    Decimal,
    /// Money, stored in whole 分.
    Money,
    /// Yes or no.
    Bool,
    /// `2026-03-05`
    Date,
    /// `2026-03-05T14:30:00+08:00`
    DateTime,
    /// One of some keys.
    Enum(&'static [Choice]),
    /// One of some whole numbers, each with a label (impact 1–4).
    Scale(&'static [Choice]),
    /// The full id of a record of one of these kinds.
    Ref(&'static [&'static str]),
    /// A set of records of one of these kinds: one cell per element, `key/<id after the slash>`.
    Set(&'static [&'static str]),
}

impl FieldType {
    /// Whether a value is one of this type. What was typed and not read is none, nor is what another version wrote in a
    /// way of its own; a key or a kind of record that this version does not know may be one.
    pub fn holds(self, value: &Value) -> bool {
        let text = value.as_text();
        match self {
            Self::Text(_) | Self::LongText(_) | Self::Set(_) => true,
            Self::Int(..) | Self::Money | Self::Scale(_) => value.as_int().is_some(),
            Self::Decimal => text.is_some_and(is_decimal),
            Self::Bool => matches!(value, Value::Bool(_)),
            Self::Date => NaiveDate::read(value).is_some(),
            Self::DateTime => Moment::read(value).is_some(),
            Self::Enum(choices) => text.is_some_and(|text| {
                let is_key = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
                choices.iter().any(|choice| choice.key == text) || text.bytes().all(is_key)
            }),
            Self::Ref(kinds) => RecordId::read(value)
                .is_some_and(|record| record.rest().is_some() || kinds.contains(&record.kind())),
        }
    }
}

/// `-3.50`: plain decimal notation, without needless zeros before it.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    is_digits(whole)
        && is_digits(part)
        && (whole == "0" || !whole.starts_with('0'))
        && digits.len() <= 40
}

/// The one action that a needed field holds back (never typing, leaving, saving, sending, receiving or printing).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gate {
    /// 提交
    Submit,
    /// 受理
    Accept,
    /// 答复
    Answer,
    /// 裁定
    Decide,
    /// 提交解决
    Resolve,
    /// 定稿
    Final,
    /// 公示
    Publish,
    /// 开工
    Start,
    /// 发布
    Release,
    /// 关闭
    Close,
    /// 终止
    Stop,
}

impl Gate {
    /// All, in the order of a form's life.
    pub const ALL: &[Self] = &[
        Self::Submit,
        Self::Accept,
        Self::Answer,
        Self::Decide,
        Self::Resolve,
        Self::Final,
        Self::Publish,
        Self::Start,
        Self::Release,
        Self::Close,
        Self::Stop,
    ];
    /// The name in `data-gate`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Accept => "accept",
            Self::Answer => "answer",
            Self::Decide => "decide",
            Self::Resolve => "resolve",
            Self::Final => "final",
            Self::Publish => "publish",
            Self::Start => "start",
            Self::Release => "release",
            Self::Close => "close",
            Self::Stop => "stop",
        }
    }
    /// What people call it.
    pub const fn label(self) -> Label {
        match self {
            Self::Submit => Label::new("提交", "Submit"),
            Self::Accept => Label::new("受理", "Accept"),
            Self::Answer => Label::new("答复", "Answer"),
            Self::Decide => Label::new("裁定", "Rule"),
            Self::Resolve => Label::new("提交解决", "Mark solved"),
            Self::Final => Label::new("定稿", "Make final"),
            Self::Publish => Label::new("公示", "Publish"),
            Self::Start => Label::new("开工", "Start"),
            Self::Release => Label::new("发布", "Release"),
            Self::Close => Label::new("关闭", "Close"),
            Self::Stop => Label::new("终止", "Stop"),
        }
    }
}

/// Whose own word a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The person in that reference field; [`super::ITSELF`]: the person that the record is.
    Person(&'static str),
    /// The representative of the department in that reference field; [`super::ITSELF`]: of the department that the
    /// record is.
    RepOf(&'static str),
    /// The person whom the field itself names.
    Named,
    /// Whoever wrote the record first.
    Writer,
    /// The person in that reference field; where it names nobody, whoever wrote the record first.
    PersonOrWriter(&'static str),
}

/// What somebody says for themselves: an answer, an acceptance, a remark. Nobody else writes it, deletes it or decides
/// about it; what somebody said elsewhere is recorded for them, with its basis.
#[derive(Debug, Clone, Copy)]
pub struct OwnWord {
    pub of: Speaker,
    /// The field that says when it was said, written along with it; "": none.
    pub at: &'static str,
    /// Whether the record is nothing but that word: then deleting the record is taking the word away.
    pub is_record: bool,
}

/// What hangs on a field beside what it says: looked at before what is merely written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StakeKind {
    /// Who somebody is, who holds a role, who owns what.
    Role,
    /// Something is decided: a gate, a suggestion, a request.
    Decision,
    /// The plan as it was first made.
    Original,
}

/// What a new record holds in a field from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The person who begins it.
    Me,
    /// That person's department.
    MyDepartment,
    Choice(&'static str),
}

/// Which days the period of the project has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// From its first day to its last.
    Whole,
    /// From its first day on; that the plan ends late is said once, and not of every day.
    FromStart,
}

/// One field of a template.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key in files.
    pub key: &'static str,
    /// What people read.
    pub label: Label,
    pub field_type: FieldType,
    /// The gates that need it.
    pub gates: &'static [Gate],
    /// One line under the control; empty: none.
    pub help: Label,
    /// The last write simply counts; never a conflict.
    pub latest: bool,
    /// Filled by the app, never typed: a number, a time set by a transition, a calculated value.
    pub filled: bool,
    /// Takes the whole width of the sheet.
    pub wide: bool,
    /// Stands under 更多 until it holds something.
    pub more: bool,
    /// Filled after its form is locked (an actual value): no lock covers it.
    pub later: bool,
    /// A yes or no that means yes until somebody says no.
    pub assumed: bool,
    /// An amount of what there is or is asked for: never below zero.
    pub from_zero: bool,
    /// Should name a date, a number or a person: vague words in it are told.
    pub concrete: bool,
    /// Names a person who has something to do as long as the form is open: told when that person is gone.
    pub doer: bool,
    /// Somebody else's answer to what the record says: that one made the record gives no right to it.
    pub anothers: bool,
    /// A day on which something is to happen while the form is open: told when it is a rest day.
    pub ahead: bool,
    /// Such a day that belongs into the period of the project.
    pub in_period: Option<Period>,
    /// The field with the beginning of what this is the end of: never before it.
    pub ends: Option<&'static str>,
    /// What happened, as opposed to what was planned: not copied into the next project.
    pub happened: bool,
    /// How far the record has come: a copy of it begins without.
    pub progress: bool,
    /// A day that is no plan of this project: the next project has it on the same day.
    pub fixed: bool,
    /// What a new record holds in it.
    pub first: Option<First>,
    /// Beside a record that it can name, a new form that names it can be begun.
    pub begun_beside: bool,
    /// Under which heading of a preview a change of it is told; nothing for what is merely written.
    pub stake: Option<StakeKind>,
    /// Whose own word it is, where it is somebody's.
    pub own_word: Option<OwnWord>,
    /// What it says stands on its own page alone: lists of what was done, differences and searches name the field.
    pub sealed: bool,
    /// The older key read as one cell with this one.
    pub follows: Option<&'static str>,
    /// Characters a text column wants in a table.
    pub width: usize,
    /// Other names of its column in the tables people already have.
    pub also: &'static [&'static str],
}

impl Field {
    const fn plain(
        key: &'static str,
        label: Label,
        field_type: FieldType,
        wide: bool,
        width: usize,
    ) -> Self {
        Self {
            key,
            label,
            field_type,
            gates: &[],
            help: Label::NONE,
            latest: false,
            filled: false,
            wide,
            more: false,
            later: false,
            assumed: false,
            from_zero: false,
            concrete: false,
            doer: false,
            anothers: false,
            ahead: false,
            in_period: None,
            ends: None,
            happened: false,
            progress: false,
            fixed: false,
            first: None,
            begun_beside: false,
            stake: None,
            own_word: None,
            sealed: false,
            follows: None,
            width,
            also: &[],
        }
    }
    /// One line of at most `max` characters.
    pub const fn text(key: Key<String>, label: Label, max: usize) -> Self {
        Self::plain(key.name, label, FieldType::Text(max), false, 16)
    }
    /// Several lines, at most 5,000 characters.
    pub const fn long_text(key: Key<String>, label: Label) -> Self {
        Self::plain(key.name, label, FieldType::LongText(5000), true, 24)
    }
    /// A whole number from `min` to `max`.
    pub const fn int(key: Key<i64>, label: Label, min: i64, max: i64) -> Self {
        Self::plain(key.name, label, FieldType::Int(min, max), false, 6)
    }
    /// A decimal kept as text.
    pub const fn decimal(key: Key<String>, label: Label) -> Self {
        Self::plain(key.name, label, FieldType::Decimal, false, 8)
    }
    /// Money in 分.
    pub const fn money(key: Key<i64>, label: Label) -> Self {
        Self::plain(key.name, label, FieldType::Money, false, 10)
    }
    /// Yes or no.
    pub const fn bool(key: Key<bool>, label: Label) -> Self {
        Self::plain(key.name, label, FieldType::Bool, false, 5)
    }
    /// A day of the calendar; 11 characters wide in a table.
    pub const fn date(key: Key<NaiveDate>, label: Label) -> Self {
        Self::plain(key.name, label, FieldType::Date, false, 11)
    }
    /// A day and a time with its zone; 16 characters wide in a table.
    pub const fn date_time(key: Key<Moment>, label: Label) -> Self {
        Self::plain(key.name, label, FieldType::DateTime, false, 16)
    }
    /// One of some keys.
    pub const fn choice(key: Key<String>, label: Label, choices: &'static [Choice]) -> Self {
        Self::plain(key.name, label, FieldType::Enum(choices), false, 9)
    }
    /// One of some numbers; the choices' keys are those numbers.
    pub const fn scale(key: Key<i64>, label: Label, choices: &'static [Choice]) -> Self {
        Self::plain(key.name, label, FieldType::Scale(choices), false, 9)
    }
    /// A reference to one record.
    pub const fn reference(
        key: Key<RecordId>,
        label: Label,
        kinds: &'static [&'static str],
    ) -> Self {
        Self::plain(key.name, label, FieldType::Ref(kinds), false, 10)
    }
    /// A set of records, one cell per element.
    pub const fn set(key: Key<bool>, label: Label, kinds: &'static [&'static str]) -> Self {
        Self::plain(key.name, label, FieldType::Set(kinds), true, 14)
    }
    /// The gates that need it.
    pub const fn needed(mut self, gates: &'static [Gate]) -> Self {
        self.gates = gates;
        self
    }
    /// One line under the control.
    pub const fn help(mut self, zh: &'static str, en: &'static str) -> Self {
        self.help = Label { zh, en };
        self
    }
    /// The last write simply counts.
    pub const fn latest(mut self) -> Self {
        self.latest = true;
        self
    }
    /// Filled by the app.
    pub const fn filled(mut self) -> Self {
        self.filled = true;
        self
    }
    /// Takes the whole width.
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
    /// Stands under 更多.
    pub const fn more(mut self) -> Self {
        self.more = true;
        self
    }
    /// Filled after its form is locked: no lock covers it.
    pub const fn later(mut self) -> Self {
        self.later = true;
        self
    }
    /// Means yes until somebody says no.
    pub const fn assumed(mut self) -> Self {
        self.assumed = true;
        self
    }
    /// Never below zero.
    pub const fn from_zero(mut self) -> Self {
        self.from_zero = true;
        self
    }
    /// Should name a date, a number or a person.
    pub const fn concrete(mut self) -> Self {
        self.concrete = true;
        self
    }
    /// Somebody else's answer to what the record says.
    pub const fn anothers(mut self) -> Self {
        self.anothers = true;
        self
    }
    /// Names a person who has something to do.
    pub const fn doer(mut self) -> Self {
        self.doer = true;
        self
    }
    /// A day promised to somebody: no rest day, but it may lie outside the project.
    pub const fn promised_day(mut self) -> Self {
        self.ahead = true;
        self
    }
    /// A day of the plan: no rest day, and within the period of the project.
    pub const fn planned_day(mut self) -> Self {
        self.in_period = Some(Period::Whole);
        self.promised_day()
    }
    /// A day of work in the plan: that the plan ends late is said once, for all of them.
    pub const fn work_day(mut self) -> Self {
        self.in_period = Some(Period::FromStart);
        self.promised_day()
    }
    /// The end of what another field begins.
    pub const fn ends(mut self, start: &'static str) -> Self {
        self.ends = Some(start);
        self
    }
    /// What happened, as opposed to what was planned.
    pub const fn happened(mut self) -> Self {
        self.happened = true;
        self
    }
    /// How far the record has come, which happened, too.
    pub const fn progress(mut self) -> Self {
        self.progress = true;
        self.happened()
    }
    /// A day that the next project has, too.
    pub const fn fixed(mut self) -> Self {
        self.fixed = true;
        self
    }
    /// What a new record holds in it.
    pub const fn first(mut self, first: First) -> Self {
        self.first = Some(first);
        self
    }
    /// Beside a record that it can name, a new form that names it can be begun.
    pub const fn begun_beside(mut self) -> Self {
        self.begun_beside = true;
        self
    }
    /// A change of it is told in a preview before what is merely written.
    pub const fn stake(mut self, stake: StakeKind) -> Self {
        self.stake = Some(stake);
        self
    }
    /// It is somebody's own word.
    pub const fn own_word_of(mut self, of: Speaker) -> Self {
        self.own_word = Some(OwnWord {
            of,
            at: "",
            is_record: false,
        });
        self
    }
    /// It is somebody's own word, and the record is nothing else; `at` says when.
    pub const fn own_record_of(mut self, of: Speaker, at: &'static str) -> Self {
        self.own_word = Some(OwnWord {
            of,
            at,
            is_record: true,
        });
        self
    }
    /// What it says stands on its own page alone.
    pub const fn sealed(mut self) -> Self {
        self.sealed = true;
        self
    }
    /// Whether a value of it means yes.
    pub fn says_yes(&self, value: &Value) -> bool {
        value.is_true() || (self.assumed && value.is_empty())
    }
    /// Read as one cell with an older key.
    pub const fn follows(mut self, old: &'static str) -> Self {
        self.follows = Some(old);
        self
    }
    /// Other names of its column in the tables people already have.
    pub const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }
    /// Characters it wants as a column.
    pub const fn width(mut self, characters: usize) -> Self {
        self.width = characters;
        self
    }
}

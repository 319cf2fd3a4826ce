//! The links between tasks, both ways, in an order in which everything stands after what it waits for.

use super::rings;

/// How a task waits for another (T05 `depends_on`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LinkKind {
    /// 完成后开始, also for a kind that this version does not know.
    #[default]
    FinishStart,
    /// 开始后开始
    StartStart,
    /// 完成后完成
    FinishFinish,
    /// 开始后完成
    StartFinish,
}

/// A task waits for another; tasks by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What comes first.
    pub from: u32,
    /// What waits.
    pub to: u32,
    pub kind: LinkKind,
    /// Working days between; negative: so many earlier.
    pub lag: i32,
}

/// The links that count, without rings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Network {
    links: Vec<Link>,
    outgoing: LinkPlaces,
    incoming: LinkPlaces,
    order: Vec<u32>,
    rank: Vec<u32>,
    cut: Vec<u32>,
}

/// For every task, places in the list of links.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct LinkPlaces {
    starts: Vec<u32>,
    links: Vec<u32>,
}

impl LinkPlaces {
    fn of(tasks: usize, links: &[Link], counts: &[bool], end: fn(&Link) -> u32) -> Self {
        let mut starts = vec![0u32; tasks + 1];
        let counted = || links.iter().enumerate().filter(|(at, _)| counts[*at]);
        for (_, link) in counted() {
            starts[end(link) as usize + 1] += 1;
        }
        for at in 0..tasks {
            starts[at + 1] += starts[at];
        }
        let mut free = starts.clone();
        let mut places = vec![0; starts[tasks] as usize];
        for (at, link) in counted() {
            let free = &mut free[end(link) as usize];
            places[*free as usize] = at as u32;
            *free += 1;
        }
        Self {
            starts,
            links: places,
        }
    }

    fn at(&self, task: u32) -> &[u32] {
        let task = task as usize;
        &self.links[self.starts[task] as usize..self.starts[task + 1] as usize]
    }
}

impl Network {
    /// The network of so many tasks. Links stand in the order in which they were made: in a ring the later one that
    /// would close it does not count. `begins` says where each task lies now, which makes that search short. Links
    /// whose ends are no tasks, or one and the same, do not count either.
    pub fn new(tasks: usize, links: Vec<Link>, begins: &[i32]) -> Self {
        let is_inside = |link: &Link| (link.from.max(link.to) as usize) < tasks;
        let links: Vec<Link> = links.into_iter().filter(is_inside).collect();
        let mut counts: Vec<bool> = links.iter().map(|link| link.from != link.to).collect();
        let mut network = Self {
            outgoing: LinkPlaces::of(tasks, &links, &counts, |link| link.from),
            incoming: LinkPlaces::of(tasks, &links, &counts, |link| link.to),
            links,
            ..Self::default()
        };
        network.order = network.sorted(tasks);
        if network.order.len() < tasks {
            rings::cut(&network, begins, &mut counts);
            network.outgoing = LinkPlaces::of(tasks, &network.links, &counts, |link| link.from);
            network.incoming = LinkPlaces::of(tasks, &network.links, &counts, |link| link.to);
            network.order = network.sorted(tasks);
        }
        network.rank = vec![0; tasks];
        for (at, task) in network.order.iter().enumerate() {
            network.rank[*task as usize] = at as u32;
        }
        let cut = |at: &u32| !counts[*at as usize];
        network.cut = (0..network.links.len() as u32).filter(cut).collect();
        network
    }

    /// The tasks, each after what it waits for, as far as there is no ring (Kahn).
    fn sorted(&self, tasks: usize) -> Vec<u32> {
        let mut waits: Vec<u32> = (0..tasks as u32)
            .map(|task| self.incoming.at(task).len() as u32)
            .collect();
        let mut order: Vec<u32> = (0..tasks as u32)
            .filter(|task| waits[*task as usize] == 0)
            .collect();
        let mut at = 0;
        while at < order.len() {
            for link in self.outgoing.at(order[at]) {
                let next = self.links[*link as usize].to;
                waits[next as usize] -= 1;
                if waits[next as usize] == 0 {
                    order.push(next);
                }
            }
            at += 1;
        }
        order
    }

    /// How many tasks there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The tasks, each after all that it waits for.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Where a task stands in that order.
    pub fn rank(&self, task: u32) -> u32 {
        self.rank[task as usize]
    }

    /// A link by its place.
    pub fn link(&self, at: u32) -> Link {
        self.links[at as usize]
    }

    /// LinkPlaces of the links from a task to what waits for it.
    pub fn after(&self, task: u32) -> &[u32] {
        self.outgoing.at(task)
    }

    /// LinkPlaces of the links to a task from what it waits for.
    pub fn before(&self, task: u32) -> &[u32] {
        self.incoming.at(task)
    }

    /// Whether a task leads to another by links that count.
    pub fn leads_to(&self, from: u32, to: u32) -> bool {
        let mut seen = vec![false; self.order.len()];
        let mut open = vec![from];
        while let Some(task) = open.pop() {
            if task == to {
                return true;
            }
            for at in self.after(task) {
                let next = self.link(*at).to;
                if !std::mem::replace(&mut seen[next as usize], true) {
                    open.push(next);
                }
            }
        }
        false
    }

    /// The links that do not count because they would close a ring.
    pub fn cut(&self) -> impl Iterator<Item = Link> + '_ {
        self.cut.iter().map(|at| self.link(*at))
    }
}

// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Opgaven;

public enum LinkKind
{
    PartOf,
    MayCause,
    SamePlace,
    InConflict,
}

/// <summary>How two opgaven belong together.</summary>
public sealed class OpgaveLink : Item
{
    private OpgaveLink()
    {
    }

    public Guid From { get; private set; }

    public Guid To { get; private set; }

    public LinkKind LinkKind { get; private set; }

    public string Because { get; private set; } = "";

    protected override string Kind => "link";

    protected override Guid? InStoryOf => From;

    /// <param name="from">The part, the possible cause, or one of two.</param>
    /// <param name="to">The whole, the possible consequence, or the other.</param>
    /// <param name="kind">How.</param>
    /// <param name="because">Why.</param>
    /// <param name="existing">All links there are.</param>
    /// <param name="act">Who and when.</param>
    public static Outcome<OpgaveLink> Between(Opgave from, Opgave to, LinkKind kind, string because, IReadOnlyCollection<OpgaveLink> existing, Act act)
    {
        if (Words.Missing(("because", because)) is { } missing)
            return missing;
        if (from.Id == to.Id || (kind == LinkKind.PartOf && IsPartOf(to.Id, from.Id, existing)))
            return new Reason("part-of-itself", "An opgave cannot be a part of itself, nor of one of its parts.");
        if (existing.Any(link => link.From == from.Id && link.To == to.Id && link.LinkKind == kind))
            return new Reason("link-twice", "These two are linked like this already.");

        var made = new OpgaveLink { From = from.Id, To = to.Id, LinkKind = kind, Because = because.Trim() };
        made.Begin(act);
        made.Tell("link", Words.Of(kind), to.Title, made.Because, act);
        return made;
    }

    /// <summary>Whether one opgave is, over any number of steps, a part of the other.</summary>
    private static bool IsPartOf(Guid part, Guid whole, IReadOnlyCollection<OpgaveLink> links)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Stack<Guid>([part]);
        while (waiting.TryPop(out var at))
        {
            if (at == whole)
                return true;
            if (seen.Add(at))
                foreach (var link in links.Where(link => link.LinkKind == LinkKind.PartOf && link.From == at))
                    waiting.Push(link.To);
        }

        return false;
    }
}

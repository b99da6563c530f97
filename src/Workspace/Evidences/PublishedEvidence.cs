// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Evidences;

/// <summary>An immutable result, found by the hash of what it says. It never changes, nor with a new ladder.</summary>
public sealed class PublishedEvidence : Item, INeverChanges
{
    private PublishedEvidence()
    {
    }

    /// <summary>SHA-256 of <see cref="Content"/>, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What it is about, for people.</summary>
    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    protected override string Kind => "evidence";

    public static Outcome<PublishedEvidence> Publish(string title, EvidenceFigures figures, Act act)
    {
        if ((Words.Missing(("title", title)) ?? figures.Check()) is { } refusal)
            return refusal;

        var content = figures.Write();
        var evidence = new PublishedEvidence { Title = title.Trim(), Content = content, Hash = HashOf(content) };
        evidence.Begin(act);
        return evidence;
    }

    /// <summary>The figures, when they are still the ones that were published.</summary>
    public Outcome<EvidenceFigures> Figures() => HashOf(Content) == Hash
        ? EvidenceFigures.Read(Content)
        : new Reason("evidence-changed", "This evidence is no longer what was published; its hash differs.");

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

/// <summary>That an opgave rests on a piece of evidence.</summary>
public sealed class EvidenceUse : Item, INeverChanges
{
    private EvidenceUse()
    {
    }

    public Guid OpgaveId { get; private set; }

    public Guid EvidenceId { get; private set; }

    protected override string Kind => "evidenceUse";

    protected override Guid? InStoryOf => OpgaveId;

    public static EvidenceUse Of(Guid opgave, PublishedEvidence evidence, string because, Act act)
    {
        var use = new EvidenceUse { OpgaveId = opgave, EvidenceId = evidence.Id };
        use.Begin(act);
        use.Tell("evidence", null, evidence.Title, because, act);
        return use;
    }
}

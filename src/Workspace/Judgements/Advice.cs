// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Judgements;

public enum AdviceState
{
    Computed,

    /// <summary>A judgement or evidence came after it.</summary>
    Stale,
}

/// <summary>What the rules make of evidence and judgements. It sets nothing; people set roles.</summary>
public sealed class Advice : Living<AdviceState>
{
    private Advice()
    {
    }

    public Guid OpgaveId { get; private set; }

    /// <summary>The title of the opgave when it was made.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The ladder it was made with; a later one changes nothing here.</summary>
    public LadderLevels Rungs { get; private set; } = LadderLevels.Known;

    public IdList Evidence { get; private set; } = IdList.None;

    public IdList Judgements { get; private set; } = IdList.None;

    public string MethodVersion { get; private set; } = "";

    /// <summary>Case and outcome. Holds the scores, so it goes to files and never to a screen.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public string Hash { get; private set; } = "";

    protected override Life<AdviceState> Life => Lives.Advice;

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<Advice> Make(
        Guid opgave, string problem, LadderLevels ladder, IReadOnlyList<Judgement> judgements, IReadOnlyList<PublishedEvidence> evidences, Act act)
    {
        if (!FiguresOf(evidences).TryGet(out var figures, out var reason)
            || !AdviceMaking.Make(problem, ladder.Levels, judgements, figures).TryGet(out var made, out reason))
            return reason;

        var advice = new Advice
        {
            OpgaveId = opgave,
            Problem = problem,
            Rungs = ladder,
            Evidence = new IdList([.. evidences.Select(evidence => evidence.Id)]),
            Judgements = new IdList([.. judgements.OrderBy(judgement => judgement.Id).Select(judgement => judgement.Id)]),
            MethodVersion = AdviceMaking.MethodVersion,
            Content = made.Content,
            Hash = HashOf(made.Content),
        };
        advice.BeginAs(AdviceState.Computed, "", act);
        return advice;
    }

    public Readings Readings() => AdviceText.ReadingsOf(Content);

    /// <summary>The whole advice again, from the judgements and evidence it names; the bytes must be the same.</summary>
    public Outcome<ScaleAdviceResult> Recompute(IEnumerable<Judgement> judgements, IEnumerable<PublishedEvidence> evidences)
    {
        if (MethodVersion != AdviceMaking.MethodVersion)
            return new Reason("advice-other-method", $"This advice was made with method {MethodVersion}; this program has {AdviceMaking.MethodVersion}.") { Arguments = [MethodVersion, AdviceMaking.MethodVersion] };

        var named = evidences.Where(evidence => Evidence.Ids.Contains(evidence.Id)).OrderBy(evidence => Evidence.Ids.ToList().IndexOf(evidence.Id)).ToList();
        var given = judgements.Where(judgement => Judgements.Ids.Contains(judgement.Id)).ToList();
        if (!FiguresOf(named).TryGet(out var figures, out var reason) || !AdviceMaking.Make(Problem, Rungs.Levels, given, figures).TryGet(out var made, out reason))
            return reason;
        return HashOf(made.Content) == Hash && HashOf(Content) == Hash
            ? made.Result
            : new Reason("advice-does-not-recompute", "The evidence and judgements that this advice names no longer give the same advice.");
    }

    internal void GrowStale(string because, Act act)
    {
        if (State == AdviceState.Computed)
            Move(AdviceState.Stale, because, act);
    }

    private static Outcome<IReadOnlyList<EvidenceFigures>> FiguresOf(IEnumerable<PublishedEvidence> evidences)
    {
        var figures = new List<EvidenceFigures>();
        foreach (var evidence in evidences)
        {
            if (!evidence.Figures().TryGet(out var read, out var reason))
                return reason;
            figures.Add(read);
        }

        return figures;
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

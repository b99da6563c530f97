// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Evidence.Stored;
using Schakel.Workspace.Runs;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>The evidence on a question as long work: a shard a part, and the public form of all of them as result.</summary>
/// <param name="open">Gives the catalogue as it is now, or why there is none.</param>
public sealed class EvidenceRun(Func<Outcome<CatalogueFolder>> open) : IRunWork
{
    /// <summary>Name of this kind of work.</summary>
    public const string Name = "evidence";

    /// <summary>Grounds that are kept between shards: gathering the units again for each part would cost as much as the parts.</summary>
    private const int Kept = 2;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock access = new();
    private readonly List<(string Key, Lazy<Outcome<EvidenceGround>> Ground)> grounds = [];

    /// <summary>Names of the steps, in the order of the shards.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. EvidencePart.All.Select(part => part.Name)];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>What is asked, as <see cref="Plan"/> reads it.</summary>
    /// <param name="question">The question; levels and chance are those of the page.</param>
    public static string Request(StudyQuestion question) => JsonSerializer.Serialize(new Asked(question.Indicator, question.Year, question.Within, question.Seed), json);

    /// <inheritdoc/>
    public Outcome<RunPlan> Plan(string request)
    {
        if (Parse(request) is not { } asked)
            return new Reason("bad-request", "Ask with a JSON object that has a member 'indicator', and 'year' and 'within' if you like.");
        if (!open().TryGet(out var catalogue, out var reason))
            return reason;
        if (!EvidenceStudy.Prepare(catalogue, asked.Question, new EvidenceOptions()).TryGet(out var ground, out reason))
            return reason;

        Keep(ground.Key, new Lazy<Outcome<EvidenceGround>>(ground));
        var question = ground.Question;
        var whole = new Asked(question.Indicator, question.Year, question.Within, question.Seed, catalogue.Fingerprint);
        return new RunPlan(ground.Key, JsonSerializer.Serialize(whole, json), EvidencePart.All.Count);
    }

    /// <inheritdoc/>
    public Outcome<byte[]> Compute(RunPlan plan, int shard, CancellationToken cancel)
    {
        if (!GroundOf(plan).TryGet(out var ground, out var reason))
            return reason;
        cancel.ThrowIfCancellationRequested();
        var found = new EvidencePieces();
        EvidencePart.All[shard].Work(ground, found);
        found.Name(ground.Catalogue);

        // What is stored is what everybody may see; the clusters follow when the picture is there.
        if (found.Picture is { } whole)
        {
            if (!whole.TryGet(out var picture, out reason) || !PublicPicture.Of(ground.Catalogue, picture).TryGet(out picture, out reason))
                return reason;
            found.Picture = picture;
        }

        found.Wider = PublicFindings.Of(ground.Catalogue, found.Wider);
        // Every curve of every place is for the shell alone, and is most of the bytes.
        if (found.Bespoke is { } curve && curve.TryGet(out var bespoke, out _))
            found.Bespoke = bespoke with { Result = bespoke.Result with { Rates = [] } };
        return EvidenceJson.Write(found);
    }

    /// <inheritdoc/>
    public Outcome<byte[]> Combine(RunPlan plan, IReadOnlyList<byte[]> parts)
    {
        var found = parts.Aggregate(new EvidencePieces(), (known, part) => known.With(EvidenceJson.Read<EvidencePieces>(part)));
        if (found.Scan is { } clusters && found.Picture!.TryGet(out var picture, out _))
            found.Scan = PublicFindings.Of(clusters, picture);
        return StoredFindings.Write(plan.Key, found);
    }

    private static Asked? Parse(string request)
    {
        try
        {
            return JsonSerializer.Deserialize<Asked>(request, json) is { Indicator: not null } asked ? asked : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Outcome<EvidenceGround> GroundOf(RunPlan plan)
    {
        Lazy<Outcome<EvidenceGround>> ground;
        lock (access)
        {
            var known = grounds.Find(kept => kept.Key == plan.Key).Ground;
            if (known is null)
                // Not kept when it breaks: a disk that failed once may not fail again.
                Keep(plan.Key, known = new Lazy<Outcome<EvidenceGround>>(() => Gather(plan), LazyThreadSafetyMode.PublicationOnly));
            ground = known;
        }

        return ground.Value;
    }

    /// <summary>From the catalogue that the plan was made for: another state would give another answer under this name.</summary>
    private Outcome<EvidenceGround> Gather(RunPlan plan)
    {
        var asked = Parse(plan.Request)!;
        if (!open().TryGet(out var catalogue, out var reason))
            return reason;
        return catalogue.Fingerprint == asked.Catalogue
            ? EvidenceStudy.Prepare(catalogue, asked.Question, new EvidenceOptions())
            : new Reason("catalogue-changed", "New figures were imported while this was being computed. Ask again.");
    }

    private void Keep(string key, Lazy<Outcome<EvidenceGround>> ground)
    {
        lock (access)
        {
            grounds.RemoveAll(kept => kept.Key == key);
            grounds.Insert(0, (key, ground));
            if (grounds.Count > Kept)
                grounds.RemoveAt(Kept);
        }
    }

    private sealed record Asked(string Indicator, int? Year = null, string? Within = null, int Seed = 2009, string? Catalogue = null)
    {
        internal StudyQuestion Question => new(Indicator) { Year = Year, Within = Within, Seed = Seed };
    }
}

// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Runs;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.EachGemeente;

/// <summary>Asks the question of one figure inside every gemeente of a catalogue, some gemeenten a shard.</summary>
/// <param name="open">Gives the catalogue as it is now, or why there is none.</param>
public sealed class GemeenteProfilesWork(Func<Outcome<CatalogueFolder>> open) : IRunWork
{
    /// <summary>Name of this kind of work.</summary>
    public const string Name = "gemeente-profiles";

    // Raise this when a figure changes for the same data and question.
    private const int MethodVersion = 1;

    /// <summary>Gemeenten in a shard: a second or so of work, and small enough to be lost.</summary>
    private const int InShard = 8;

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>What is asked, as <see cref="Plan"/> reads it.</summary>
    /// <param name="indicator">The figure.</param>
    /// <param name="year">Its year; null = the newest.</param>
    /// <param name="seed">Start of the random streams.</param>
    public static string Request(string indicator, int? year, int seed = 2009) => JsonSerializer.Serialize(new Asked(indicator, year, seed), json);

    /// <summary>Reads a result.</summary>
    /// <param name="result">As <see cref="Combine"/> wrote it.</param>
    public static GemeenteProfiles Read(byte[] result) => JsonSerializer.Deserialize<GemeenteProfiles>(result, json) ?? throw new InvalidDataException("The result holds no profiles.");

    /// <inheritdoc/>
    public Outcome<RunPlan> Plan(string request)
    {
        if (Parse(request) is not { } asked)
            return new Reason("bad-request", "Ask with a JSON object that has a member 'indicator', and 'year' if you like.");
        if (!open().TryGet(out var catalogue, out var reason))
            return reason;
        if (catalogue.Find(asked.Indicator) is not { } indicator || indicator.Years.Count == 0)
            return new Reason("no-such-indicator", $"The catalogue has no figure '{asked.Indicator}'.") { Arguments = [asked.Indicator] };
        var year = asked.Year ?? indicator.Years[^1];
        if (!Gemeenten(catalogue, year).TryGet(out var gemeenten, out reason))
            return reason;

        var whole = new Asked(indicator.Id, year, asked.Seed, catalogue.Fingerprint);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Name}, version {MethodVersion}\n{whole.Catalogue}\n{whole.Indicator}\n{whole.Year}\n{whole.Seed}");
        return new RunPlan(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), JsonSerializer.Serialize(whole, json), Math.Max(1, (gemeenten.Codes.Length + InShard - 1) / InShard));
    }

    /// <inheritdoc/>
    public Outcome<byte[]> Compute(RunPlan plan, int shard, CancellationToken cancel)
    {
        if (!Opened(plan).TryGet(out var ground, out var reason))
            return reason;
        var (catalogue, asked) = ground;
        if (!Gemeenten(catalogue, asked.Year!.Value).TryGet(out var gemeenten, out reason))
            return reason;

        var found = new List<GemeenteProfile>();
        foreach (var place in Enumerable.Range(shard * InShard, Math.Min(InShard, gemeenten.Codes.Length - shard * InShard)))
        {
            cancel.ThrowIfCancellationRequested();
            var question = new StudyQuestion(asked.Indicator) { Year = asked.Year, Within = gemeenten.Codes[place], Seed = asked.Seed };
            // One thread: the shards themselves are spread over the cores.
            found.Add(GemeenteProfile.Of(gemeenten.Codes[place], gemeenten.Names[place], ScaleStudy.Run(catalogue, question, new ScaleProfileOptions { Threads = 1 })));
        }

        return JsonSerializer.SerializeToUtf8Bytes(found, json);
    }

    /// <inheritdoc/>
    public Outcome<byte[]> Combine(RunPlan plan, IReadOnlyList<byte[]> parts)
    {
        var asked = Parse(plan.Request)!;
        return JsonSerializer.SerializeToUtf8Bytes(
            new GemeenteProfiles(asked.Indicator, asked.Year!.Value, asked.Catalogue!, asked.Seed, [.. parts.SelectMany(part => JsonSerializer.Deserialize<GemeenteProfile[]>(part, json)!)]), json);
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

    private static Outcome<AreaLayer> Gemeenten(CatalogueFolder catalogue, int year) => catalogue.Areas("gemeente", year);

    /// <summary>The catalogue that the plan was made for: another state would give another answer under this name.</summary>
    private Outcome<(CatalogueFolder Catalogue, Asked Asked)> Opened(RunPlan plan)
    {
        var asked = Parse(plan.Request)!;
        if (!open().TryGet(out var catalogue, out var reason))
            return reason;
        return catalogue.Fingerprint == asked.Catalogue
            ? (catalogue, asked)
            : new Reason("catalogue-changed", "New figures were imported while this was being computed. Ask again.");
    }

    private sealed record Asked(string Indicator, int? Year = null, int Seed = 2009, string? Catalogue = null);
}

// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Reach;
using Schakel.Analysis.Rezoning;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Evidence.Words;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Evidence;

/// <summary>All that the page and the report show of one question; made from the address and the findings alone.</summary>
public sealed class EvidenceView
{
    private readonly Lazy<AreaDrawing?> drawing;

    /// <param name="ground">What it stands on.</param>
    /// <param name="question">The question.</param>
    /// <param name="findings">The evidence.</param>
    /// <param name="trial">What the reader tries out: another budget, another number of zones.</param>
    /// <param name="tried">What came of it; null = to be worked out here.</param>
    public EvidenceView(IGround ground, AtlasQuestion question, Findings findings, Trial? trial = null, Tried? tried = null)
    {
        (Ground, Address, Findings, Trial) = (ground, question.Address with { Level = null }, findings, trial ?? new Trial());
        Notice = question.Notice;
        Words = EvidenceWords.Of(findings, Texts.Language);
        Sentences = EvidenceTexts.In(Texts.Language);
        Measure = Measure.Of(Picture, Texts);
        Breaks = Atlas.Breaks.Of(Picture, Measure);
        Ladder = Rung.LadderOf(Picture, Texts);
        Reading = Picture.Levels.Where(level => level.Level.Id != "cell" && level.Codes.Length <= MostAreas).OrderBy(level => level.Level.Rank).FirstOrDefault()
            ?? Picture.Levels.OrderByDescending(level => level.Level.Rank).First();
        Chosen = Address.Area is { } code && Array.BinarySearch(Reading.Codes, code, StringComparer.Ordinal) is >= 0 and var at ? at : null;
        Reach = ReachPart.Best(findings);
        drawing = new Lazy<AreaDrawing?>(() => AreaDrawing.Of(ground, this));
        tried ??= Tried.Of(findings, Trial);
        (BudgetResult, ZoneTrial) = (tried.Reach, tried.Borders);
    }

    /// <summary>More than this is no table but a haystack; then a coarser level is listed.</summary>
    private const int MostAreas = 700;

    public IGround Ground { get; }

    public AtlasAddress Address { get; }

    public Findings Findings { get; }

    public Trial Trial { get; }

    public string? Notice { get; }

    /// <summary>Figures of who lives there that the reader named; empty when the page chose them.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    public EvidenceWords Words { get; }

    public EvidenceTexts Sentences { get; }

    public ScreenTexts Texts => Address.Texts;

    public ScalePicture Picture => Findings.Picture;

    public Measure Measure { get; }

    public double[] Breaks { get; }

    /// <summary>Coarsest first.</summary>
    public IReadOnlyList<Rung> Ladder { get; }

    /// <summary>The level that is drawn and listed.</summary>
    public StudyLevel Reading { get; }

    /// <summary>The area that was chosen, by its place in <see cref="Reading"/>.</summary>
    public int? Chosen { get; }

    public Outcome<ReachFinding> Reach { get; }

    /// <summary>Reach under the budget of the reader; null when it cannot be told.</summary>
    public ReachResult? BudgetResult { get; }

    /// <summary>The trial of other borders that the reader asked; null when there is none.</summary>
    public RezoningResult? ZoneTrial { get; }

    public AreaDrawing? Drawing => drawing.Value;

    public string Title => LevelWords.Capital(Measure.TitleOf(Picture.Indicator, Texts));

    public string PlaceName => Picture.Place is { } name ? Sentences.Listed(name.Split(", ")) : PlaceChoices.NameOfAll(Ground, Texts);

    public string Year => Texts.Year(Picture.Year);

    public string Source => string.Join(" · ", Picture.Attributions.Select(Sources.Plain));

    /// <summary>Codes at the reading level that the budget of the reader takes in.</summary>
    public HashSet<string> InBudget => Reach.TryGet(out var reach, out _) && reach.Units.Tree.Levels.ToList().IndexOf(Reading.Level.Id) is >= 0 and var level
        && BudgetResult?.WholeUnits.FirstOrDefault(choice => choice.Level == Reading.Level.Id && Math.Abs(choice.BudgetShare - Trial.Budget) < 1e-9) is { } chosen
        ? [.. chosen.Groups.Select(group => reach.Units.Ids[level][group])]
        : [];

    /// <summary>In which share of other divisions an area would be chosen, by code.</summary>
    public IReadOnlyDictionary<string, double> ElsewhereChosen => Findings.Borders.TryGet(out var borders, out _) && ZoneTrial is { } trial && borders.Level == Reading.Level.Id
        ? borders.Units.Codes.Zip(trial.Selection).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
        : new Dictionary<string, double>();

    /// <summary>Number of the cluster that an area lies in, or touches, by code.</summary>
    public IReadOnlyDictionary<string, int> ClusterOf => Drawing?.ClusterOf ?? new Dictionary<string, int>();

    /// <summary>The address of the same page with something changed.</summary>
    public string Url(string path = EvidenceEndpoints.Path, string? area = null, int? cluster = null)
    {
        var url = (Address with { Area = area ?? Address.Area }).At(path);
        if (Trial.Budget != Trial.UsualBudget)
            url = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(url, "budget", Trial.BudgetPercent.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Trial.Zones is { } zones)
            url = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(url, "zones", zones.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return cluster is { } number ? url + "#plek-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture) : url;
    }
}

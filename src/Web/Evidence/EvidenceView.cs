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
    private readonly Lazy<BudgetChoice?> choice;
    private readonly Lazy<AtlasTable> table;
    private readonly Lazy<IReadOnlyList<AreaBins>> bins;
    private readonly Lazy<PickedAreas?> picked;

    /// <param name="ground">What it stands on.</param>
    /// <param name="question">The question.</param>
    /// <param name="findings">The evidence.</param>
    /// <param name="trial">What the reader tries out: another budget, another number of zones.</param>
    /// <param name="tried">What came of it; null = to be worked out here.</param>
    /// <param name="marking">What the reader marked.</param>
    public EvidenceView(IGround ground, AtlasQuestion question, Findings findings, Trial? trial = null, Tried? tried = null, Marking? marking = null)
    {
        (Ground, Address, Findings, Trial, Marking) = (ground, question.Address with { Level = null }, findings, trial ?? new Trial(), marking ?? new Marking());
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
        choice = new Lazy<BudgetChoice?>(() => BudgetChoice.Of(this));
        table = new Lazy<AtlasTable>(() => AtlasTable.Of(Picture, Reading.Level.Id, Texts));
        bins = new Lazy<IReadOnlyList<AreaBins>>(() => [.. AreaBins.Of(this)]);
        picked = new Lazy<PickedAreas?>(() => PickedAreas.Of(this));
    }

    /// <summary>More than this is no table but a haystack; then a coarser level is listed.</summary>
    private const int MostAreas = 700;

    public IGround Ground { get; }

    public AtlasAddress Address { get; }

    public Findings Findings { get; }

    public Trial Trial { get; }

    public Marking Marking { get; }

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

    /// <summary>A number on the axis of the figure: with as many digits as the ends of bars need, and no more.</summary>
    public string AxisNumber(double at) => Texts.Numbers.Fixed(at, at == Math.Round(at) ? 0 : Math.Max(1, Measure.Decimals));

    public string Title => LevelWords.Capital(Measure.TitleOf(Picture.Indicator, Texts));

    public string PlaceName => Picture.Place is { } name ? Sentences.Listed(name.Split(", ")) : PlaceChoices.NameOfAll(Ground, Texts);

    public string Year => Texts.Year(Picture.Year);

    public string Source => string.Join(" · ", Picture.Attributions.Select(Sources.Plain));

    /// <summary>Which areas the budget of the reader takes in, and which it misses; null where there is nothing to choose from.</summary>
    public BudgetChoice? Choice => choice.Value;

    /// <summary>The areas by name within their parent.</summary>
    public AtlasTable Table => table.Value;

    /// <summary>The charts of areas that one may pick from.</summary>
    public IReadOnlyList<AreaBins> Bins => bins.Value;

    /// <summary>What the reader picked in a chart; null when nothing.</summary>
    public PickedAreas? Picked => picked.Value;

    /// <summary>In which share of other divisions an area would be chosen, by code.</summary>
    public IReadOnlyDictionary<string, double> ElsewhereChosen => Findings.Borders.TryGet(out var borders, out _) && ZoneTrial is { } trial && borders.Level == Reading.Level.Id
        ? borders.Units.Codes.Zip(trial.Selection).Where(area => Array.BinarySearch(Reading.Codes, area.First, StringComparer.Ordinal) is >= 0 and var at && AreaFigure.Of(Reading, at) != Showing.TooFew).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
        : new Dictionary<string, double>();

    /// <summary>Number of the cluster that an area lies in, or touches, by code.</summary>
    public IReadOnlyDictionary<string, int> ClusterOf => Drawing?.ClusterOf ?? new Dictionary<string, int>();

    /// <summary>The address of the same page with something changed.</summary>
    /// <param name="path">Which page.</param>
    /// <param name="area">Another area to choose.</param>
    /// <param name="unmarked">Whether to leave out what was chosen and picked.</param>
    public string Url(string path = EvidenceEndpoints.Path, string? area = null, bool unmarked = false)
    {
        var url = (Address with { Area = unmarked ? null : area ?? Address.Area }).At(path);
        if (Trial.Budget != Trial.UsualBudget)
            url = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(url, "budget", Trial.BudgetPercent.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Trial.Zones is { } zones)
            url = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(url, "zones", zones.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return (unmarked ? Marking with { Pick = null } : Marking).In(url);
    }
}

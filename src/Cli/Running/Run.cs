// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Running;

/// <summary>One run of one command: its options, what it read, how its time was spent.</summary>
internal sealed class Run(ManualCommand command, ParseResult parsed, SharedSettings shared, Surroundings surroundings, CancellationToken cancel)
{
    private readonly List<InputFile> inputs = [];
    private readonly Dictionary<ISetting, object> decided = [];

    internal ManualCommand Command => command;

    internal SharedSettings Shared => shared;

    internal Surroundings Surroundings => surroundings;

    internal CancellationToken Cancel => cancel;

    internal Stages Stages { get; } = new(surroundings.Clock);

    internal IReadOnlyList<InputFile> Inputs => inputs;

    internal int Seed => parsed.GetValue(shared.Output.Seed);

    /// <summary>0 = all cores.</summary>
    internal int Threads => parsed.GetValue(shared.Output.Threads);

    internal bool AsJson => parsed.GetValue(shared.Output.Json);

    internal bool Verbose => parsed.GetValue(shared.Output.Verbose);

    /// <summary>The value; null when it was not given. (The parser makes an empty list of a list that is not there.)</summary>
    internal T? Get<T>(Setting<T> setting) => parsed.GetValue(setting) is { } value and not Array { Length: 0 } ? value : default;

    /// <summary>The value, or what the work takes when it was not given; the record of the answer names it either way, so that it can be done again.</summary>
    internal T Get<T>(Setting<T?> setting, T fallback)
        where T : class => Get(setting) ?? Decide(setting, fallback);

    /// <summary>The same for a number.</summary>
    internal T Get<T>(Setting<T?> setting, T fallback)
        where T : struct => Get(setting) ?? Decide(setting, fallback);

    /// <summary>Remembers what the work took where nothing was typed.</summary>
    internal T Decide<T>(ISetting setting, T value)
        where T : notnull
    {
        decided[setting] = value;
        return value;
    }

    internal T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Whether the option was typed, as against having its default.</summary>
    internal bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };

    internal Language Language => surroundings.Language;

    internal string Say(string dutch, string english) => surroundings.Say(dutch, english);

    /// <summary>Remembers a file for the provenance, once.</summary>
    internal void Reads(InputFile file)
    {
        if (!inputs.Contains(file))
            inputs.Add(file);
    }

    /// <summary>Remembers the files behind a catalogue: one entry a file, with the rows of all its layers.</summary>
    internal void Reads(IEnumerable<Dataset> datasets)
    {
        foreach (var file in datasets.GroupBy(dataset => (dataset.Path, dataset.Sha256)))
            Reads(new InputFile(file.Key.Path, null, file.Key.Sha256, file.Sum(dataset => dataset.Rows)));
    }

    /// <summary>Tells a person something in passing.</summary>
    internal void Note(string text) => surroundings.Errors.WriteLine(text);

    internal void WriteProvenance(AnswerJson json, string method) => json.Object("provenance", () =>
    {
        json.Text("version", ProductVersion.Text);
        json.Text("method", method);
        json.Object("parameters", () =>
        {
            foreach (var setting in command.Settings)
                setting.WriteParameter(json, parsed, decided.GetValueOrDefault(setting));
        });
        if (command.UsesChance)
            json.Count("seed", Seed);
        else
            json.Null("seed");
        json.Objects("inputs", inputs, input =>
        {
            json.Text("path", input.Path);
            if (input.Layer is { } layer)
                json.Text("layer", layer);
            json.Text("sha256", input.Sha256);
            json.Count("rows", input.Rows);
        });
        Stages.Write(json);
    });
}

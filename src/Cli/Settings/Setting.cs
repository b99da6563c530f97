// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;

namespace Schakel.Cli.Settings;

/// <summary>An option of the command line that knows where it stands in the manual and how it is written into the provenance.</summary>
internal interface ISetting
{
    /// <summary>Heading in the manual page.</summary>
    Topic Topic { get; }

    /// <summary>Default as people read it, or null.</summary>
    string? Default { get; }

    /// <summary>Writes the value into <c>provenance.parameters</c>, when it has one and can change a result.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="parsed">What was typed.</param>
    /// <param name="decided">What the work took when nothing was typed; null when there was nothing to decide.</param>
    void WriteParameter(AnswerJson json, ParseResult parsed, object? decided);
}

/// <summary>An option with a value of one type.</summary>
/// <typeparam name="T">Text, number, whole number, choice or list.</typeparam>
internal sealed class Setting<T> : Option<T>, ISetting
{
    internal Setting(string name, Topic topic, string description, string? placeholder = null)
        : base(name)
    {
        Topic = topic;
        Description = description;
        HelpName = placeholder;
    }

    /// <inheritdoc/>
    public Topic Topic { get; }

    /// <inheritdoc/>
    public string? Default { get; init; }

    /// <summary>Never in the provenance: it cannot change a result (threads, where output goes, language).</summary>
    internal bool OnlyOutput { get; init; }

    /// <inheritdoc/>
    public void WriteParameter(AnswerJson json, ParseResult parsed, object? decided)
    {
        // The parser makes an empty list of a list that is not there.
        object? given = parsed.GetValue(this) is { } typed and not Array { Length: 0 } ? typed : null;
        if (OnlyOutput || (given ?? decided) is not { } value)
            return;

        var name = ParameterName(Name);
        switch (value)
        {
            case bool flag:
                json.Flag(name, flag);
                break;
            case int whole:
                json.Count(name, whole);
                break;
            case double number:
                json.Number(name, number);
                break;
            case string[] items:
                json.Strings(name, items);
                break;
            case int[] wholes:
                json.Counts(name, wholes);
                break;
            case double[] numbers:
                json.Numbers(name, numbers);
                break;
            case string text:
                json.Text(name, text);
                break;
            case Ceiling { Most: { } most }:
                json.Number(name, most);
                break;
            case Ceiling:
                json.Text(name, Ceiling.None);
                break;
            case DateOnly day:
                json.Text(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                throw new InvalidOperationException($"Option {Name} of type {typeof(T)} cannot be written into the provenance.");
        }
    }

    // --table-id becomes tableId.
    private static string ParameterName(string option)
    {
        var parts = option.TrimStart('-').Split('-');
        for (var i = 1; i < parts.Length; i++)
            parts[i] = char.ToUpperInvariant(parts[i][0]) + parts[i][1..];
        return string.Concat(parts);
    }
}

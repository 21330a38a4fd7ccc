using System.CommandLine;
using System.Globalization;
using Diversion.Casework.Programmes;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Casework.WhatIf;
using Diversion.Domain.Staff;
using Diversion.Domain.WhatIf;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>whatif</c>: the programme's own past under changed rules.</summary>
internal static class WhatIfVerb
{
    private const int MostShown = 200;

    private static readonly Option<string> Data = SharedOptions.Data("Data folder to read; it is not changed.");

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A figure of the scheme to change, as path=value (breach.proposeAt=4). May be repeated.",
        AllowMultipleArgumentsPerToken = true,
        Required = true,
        HelpName = "PATH=VALUE",
    };

    private static readonly Option<bool> Cases = new("--cases")
    {
        Description = "List the cases whose decisions would have been others. Their references lead to people: show them only to those who may see the cases.",
    };

    public static Verb Make()
    {
        var command = new Command("whatif", "Take every recorded decision again under changed rules, and say which would have been others. Nothing is changed.") { Set, Data, Cases, SharedOptions.Schemes };
        command.SetAction(Run);
        return new Verb(command, ("diversion whatif --set breach.proposeAt=4 --data data/demo", "How many breaches would not have been proposed at the third failure."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(Data)!;
        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        await using var store = SqliteTableStore.OpenToRead(folder);
        var programme = ProgrammeFile.Read(folder, schemes.Catalogue) ?? throw new CannotGoOnException(
            ExitCodes.DataUnavailable, $"{folder} has no {Path.GetFileName(ProgrammeFile.PathIn(folder))}. Name the data folder of a programme.");
        var rulebook = new Rulebook(schemes.Catalogue, schemes.Calendar, programme);
        if (await new StreamReader<StaffState, StaffEvent>(store, StaffKind.Instance).Load(StaffId.Programme.Value, cancellation) is { } staff)
        {
            rulebook.Know(staff.State);
        }

        var result = await Counting.Show("Taking decisions again", progress => new WhatIfQuery(store, rulebook).Run(parsed.GetValue(Set)!, null, progress, cancellation));
        if (result is not WhatIfResult.Answered answered)
        {
            foreach (var fault in ((WhatIfResult.Refused)result).Faults)
            {
                Terminal.Error.WriteLine(fault);
            }

            return ExitCodes.WrongUsage;
        }

        Show(answered);
        if (parsed.GetValue(Cases))
        {
            ShowCases(answered.Summary.Differences);
        }

        return ExitCodes.Ok;
    }

    private static void Show(WhatIfResult.Answered answered)
    {
        var summary = answered.Summary;
        Terminal.Out.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"If [bold]{string.Join(", ", answered.Changes)}[/] had held for all {summary.Agreements:N0} cases:");
        var table = new Table().AddColumns("Decisions", "Taken again", "As recorded", "Instead", "How many");
        foreach (var on in Enum.GetValues<DecidedOn>())
        {
            var all = summary.Retaken.GetValueOrDefault(on);
            var changes = summary.Changes.Where(change => change.On == on).ToArray();
            table.AddRow(WhatIfWords.Of(on), $"{all:N0}", "", changes.Length == 0 ? "no other" : "", $"{changes.Sum(change => change.Count):N0}");
            foreach (var change in changes)
            {
                table.AddRow("", "", WhatIfWords.Of(on, change.Own), WhatIfWords.Of(on, change.Other), $"{change.Count:N0}");
            }
        }

        Terminal.Out.Write(table);
        if (summary.NotRetaken > 0)
        {
            Terminal.Out.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{summary.NotRetaken:N0} decisions are left out: the rules of their day, asked again, do not decide them as recorded (for example, the staff whom they name have left).");
        }

        Terminal.Out.MarkupLine("Each decision is taken on what was known that day; what would have come after another decision is not made up. For that, see `simulate`.");
    }

    private static void ShowCases(IReadOnlyList<CaseDifference> differences)
    {
        foreach (var (agreement, decision) in differences.Take(MostShown))
        {
            Terminal.Out.WriteLine($"{agreement}  {WhatIfWords.Of(decision.On)}: {WhatIfWords.Of(decision.On, decision.Own)}, instead {WhatIfWords.Of(decision.On, decision.Other)}{(decision.Why is { } why ? $" ({why})" : "")}");
        }

        if (differences.Count > MostShown)
        {
            Terminal.Out.WriteLine($"... and {differences.Count - MostShown} more.");
        }
    }
}

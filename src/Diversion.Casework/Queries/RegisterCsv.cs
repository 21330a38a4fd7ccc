using System.Runtime.CompilerServices;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>The register as a table to take away: what the viewer finds in it and no more, read while it is sent.</summary>
public sealed class RegisterCsv(RegisterQuery register)
{
    private static readonly string[] ForStaff =
    [
        "Reference", "Name", "Status", "Scheme", "Offence group", "Risk band", "Referred on", "Team", "Key worker", "Charge by", "Last day", "Ended on",
    ];

    private static readonly string[] Pseudonymised =
        ["Pseudonym", "Status", "Scheme", "Offence group", "Risk band", "Referred on", "Charge by", "Last day", "Ended on"];

    /// <returns>Lines, each with its CR LF, the headings first; a refusal before anything is sent.</returns>
    public async ValueTask<Reply<IAsyncEnumerable<string>>> Of(Actor by, RegisterFilter filter, CancellationToken cancellation = default)
    {
        var first = await register.Of(by, filter, RegisterQuery.MostItems, null, cancellation);
        return first is Reply<Page<RegisterItem>>.Given { Value: var page }
            ? new Reply<IAsyncEnumerable<string>>.Given(Lines(by, filter, page, cancellation))
            : ((Reply<Page<RegisterItem>>.Refused)first).Refusal;
    }

    private async IAsyncEnumerable<string> Lines(
        Actor by, RegisterFilter filter, Page<RegisterItem> page, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pseudonymised = by.Role == Role.Analyst;
        yield return CsvLine.Of(pseudonymised ? Pseudonymised : ForStaff) + "\r\n";
        while (true)
        {
            foreach (var item in page.Items)
            {
                yield return CsvLine.Of(pseudonymised ? Outcome(item) : [item.Agreement, item.Name, .. Described(item), item.Team, item.WorkerName, .. Dates(item)]) + "\r\n";
            }

            if (page.Cursor is null || await register.Of(by, filter, RegisterQuery.MostItems, page.Cursor, cancellation) is not Reply<Page<RegisterItem>>.Given next)
            {
                yield break;
            }

            page = next.Value;
        }
    }

    private static IEnumerable<string?> Outcome(RegisterItem item) => [item.Agreement, .. Described(item), .. Dates(item)];

    private static string?[] Described(RegisterItem item) =>
        [item.StatusWords, item.Scheme, item.OffenceGroup, item.RiskBand is { } band ? Words.Of(band) : null, Day(item.ReferredOn)];

    private static string?[] Dates(RegisterItem item) => [Day(item.ChargeBy), Day(item.LastDay), Day(item.EndedOn)];

    /// <summary>As spreadsheets understand a date everywhere.</summary>
    private static string? Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", null);
}

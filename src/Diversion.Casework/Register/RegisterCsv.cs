using System.Runtime.CompilerServices;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Register;

/// <summary>
/// The register as a table to export: exactly what the viewer can find in it, read while it is sent. It contains many
/// people, so everybody has to give a reason, and it is logged before its first line.
/// </summary>
public sealed class RegisterCsv(RegisterQuery register, AccessLog log)
{
    private static readonly string[] ForStaff =
    [
        "Reference", "Name", "Status", "Scheme", "Offence group", "Risk band", "Referred on", "Team", "Key worker", "Charge by", "Last day", "Ended on",
    ];

    private static readonly string[] Pseudonymised =
        ["Pseudonym", "Status", "Scheme", "Offence group", "Risk band", "Referred on", "Charge by", "Last day", "Ended on"];

    /// <param name="what">The filter as text, for the log.</param>
    /// <returns>Lines, each with its CR LF, the headings first; or a refusal before anything is sent.</returns>
    public async ValueTask<Reply<IAsyncEnumerable<string>>> Of(AccessRequest request, RegisterFilter filter, string what, CancellationToken cancellation = default)
    {
        var first = await register.Of(request.By, filter, RegisterQuery.MostItems, null, reasonGiven: true, cancellation);
        if (first is not Reply<Page<RegisterItem>>.Given { Value: var page })
        {
            return ((Reply<Page<RegisterItem>>.Refused)first).Refusal;
        }

        if (RecordAccess.ReasonOf(request) is not { } reason)
        {
            return CaseworkRefusal.ReasonForDownloadMissing();
        }

        await log.RecordDownload(request.By, request.At, reason, what, cancellation);
        return new Reply<IAsyncEnumerable<string>>.Given(Lines(request.By, filter, page, cancellation));
    }

    private async IAsyncEnumerable<string> Lines(
        Actor by, RegisterFilter filter, Page<RegisterItem> page, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pseudonymised = AccessPolicy.Register(by) is { Pseudonymised: true };
        yield return CsvLine.Of(pseudonymised ? Pseudonymised : ForStaff) + "\r\n";
        while (true)
        {
            foreach (var item in page.Items)
            {
                yield return CsvLine.Of(pseudonymised ? Outcome(item) : [item.Agreement, item.Name, .. Described(item), item.Team, item.WorkerName, .. Dates(item)]) + "\r\n";
            }

            if (page.Cursor is null || await register.Of(by, filter, RegisterQuery.MostItems, page.Cursor, reasonGiven: true, cancellation) is not Reply<Page<RegisterItem>>.Given next)
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

    /// <summary>A form that spreadsheets everywhere understand as a date.</summary>
    private static string? Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", null);
}

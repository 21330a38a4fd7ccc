using Diversion.Casework;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Functions.Tests.Lives;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>The real outbox over a store in memory, filled by referrals: two notices and a mail each.</summary>
internal sealed class Outbox : IDisposable
{
    private static readonly LocalDate Day = new(2026, 3, 3);

    private readonly Installation installation;

    public Outbox(IMailer? mailer = null, IPublisher? publisher = null) =>
        installation = new Installation(new InMemoryTableStore(), Programmes.Rulebook, mailer ?? new PostOffice(), publisher ?? new PostOffice(), new ChangeListeners(), NullLoggerFactory.Instance, WrappingKey.From([1]));

    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 3, 10, 0);

    public OutboxDelivery Delivery => installation.Delivery;

    public async Task Refer(int people)
    {
        for (var n = 1; n <= people; n++)
        {
            var id = AgreementIds.FromCustodyReference($"wire/{n}");
            var outcome = await installation.Casework.Execute(id, new ReferralCommand.Refer(
                id,
                new Person($"Pat Number {n}", new LocalDate(1995, 5, 17).PlusDays(n), Sex.Female, District: "County Durham"),
                new Offence("Took goods from a shop", "theft", Day.PlusDays(-10), OffenceClass.EitherWay, District: "County Durham"),
                Programmes.OfficerRef,
                $"wire/{n}") { By = Programmes.Officer, At = Start, Reason = "because" });
            Assert.IsType<Outcome.Accepted>(outcome);
        }
    }

    /// <summary>Tries whatever is due, from one instant at which something is due to the next, until nothing waits.</summary>
    public async Task RunToTheEnd()
    {
        while (await Delivery.Earliest() is { } next)
        {
            await Delivery.Run(next < Start ? Start : next);
        }
    }

    /// <param name="kind">"mail" or "notice".</param>
    public async Task<List<Sent>> All(string kind)
    {
        var all = new List<Sent>();
        await foreach (var row in installation.Store.Scan(Tables.Agreements))
        {
            if (row.TextOrNull("kind") == kind && row.TextOrNull("message") is not null)
            {
                all.Add(new Sent(row.Row["o:".Length..], row.Text("status"), (int)row.Number("tries"), row.TextOrNull("fault")));
            }
        }

        return all;
    }

    /// <summary>What leads are told to look at.</summary>
    public async Task<List<string>> Alerts()
    {
        var alerts = new List<string>();
        await foreach (var row in installation.Store.Scan(Tables.Inbox))
        {
            if (row.TextOrNull("alert") is { } alert)
            {
                alerts.Add(alert);
            }
        }

        return alerts;
    }

    public void Dispose() => installation.Dispose();

    /// <summary>A message and what became of it.</summary>
    internal sealed record Sent(string Id, string Status, int Tries, string? Fault);
}

using Diversion.Casework.Agreements;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Schemes;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Casework.Tests.Commands;

/// <summary>Casework on an in-memory store under the shipped checkpoint scheme, with staff.</summary>
public sealed class CaseworkUnderTest : IDisposable, IChangeListener, IMailer, ITexter, IPublisher
{
    public static readonly Actor Officer = new("o1", "Olu Officer", Role.PoliceOfficer, "north");
    public static readonly Actor Sergeant = new("s1", "Sam Sergeant", Role.Sergeant, "north");
    public static readonly Actor Worker = new("w1", "Wyn Worker", Role.KeyWorker, "east");
    public static readonly Actor Lead = new("l1", "Lee Lead", Role.ProgrammeLead);
    public static readonly Actor OtherLead = new("l2", "Ola Lead", Role.ProgrammeLead);
    public static readonly AgreementId Id = AgreementIds.FromCustodyReference("CUS/1");
    public static readonly StreamId OwnStream = new(AgreementKind.Instance, Id.Value);

    private readonly StreamCache cache;

    public CaseworkUnderTest(ITableStore? store = null, int cached = 100)
    {
        Store = store ?? new InMemoryTableStore();
        cache = new StreamCache(cached);
        var programme = new Programme(
            "Checkpoint test",
            "checkpoint",
            [new StaffRef("l1", "Lee Lead", null, "lee@example.org"), new StaffRef("l2", "Ola Lead", null, "ola@example.org")],
            new Dictionary<string, StaffRef> { ["east"] = new("m1", "Mo Manager", "east", "mo@example.org") },
            new Uri("http://127.0.0.1:5080"),
            "diversion@example.org");
        Rulebook = new Rulebook(ShippedSchemes.Catalogue, ShippedSchemes.Calendar, programme);
        Service = new CaseworkService(Store, cache, Rulebook, this);
        Services = new StreamServices(Service);
        Sweep = new DueSweep(Store, Services, NullLogger<DueSweep>.Instance);
        Delivery = new OutboxDelivery(Store, Services, new MailRenderer(), this, this, NullLogger<OutboxDelivery>.Instance, this);
    }

    public ITableStore Store { get; }

    public Rulebook Rulebook { get; }

    public CaseworkService Service { get; }

    /// <summary>As a request has them: another for each.</summary>
    public Records Records => new(Service, Rulebook, Store);

    public StreamServices Services { get; }

    public DueSweep Sweep { get; }

    public OutboxDelivery Delivery { get; }

    /// <summary>Tuesday 3 March 2026, 10:00.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 3, 10, 0);

    public List<StreamChange> Changes { get; } = [];

    public List<string> Delivered { get; } = [];

    public List<RenderedMail> Mails { get; } = [];

    public List<RenderedText> Texts { get; } = [];

    /// <summary>The exception that each delivery throws; null delivers.</summary>
    public Exception? DeliveryFault { get; set; }

    public static ReferralCommand.Refer Referral(AgreementId? id = null, string name = "Pat Participant") => new(
        id ?? Id,
        new Person(name, BornOn(id, name), Sex.Female, District: "County Durham", Email: "pat@example.org", ContactConsent: true),
        new Offence("Took goods from a shop", "theft", new LocalDate(2026, 2, 20), OffenceClass.EitherWay, District: "County Durham"),
        new StaffRef("o1", "Olu Officer", "north", "olu@example.org"),
        id is { } other && other != Id ? $"CUS/{other}" : "CUS/1")
    {
        DuplicateReason = id is null || id == Id || name != "Pat Participant" ? null : "Another person of the same name.",
    };

    /// <summary>Each case of the same name is a different person's.</summary>
    private static LocalDate BornOn(AgreementId? id, string name) => id is null || id == Id || name != "Pat Participant"
        ? new LocalDate(1995, 5, 17)
        : new LocalDate(1995, 5, 17).PlusDays(-(id.Value.Value.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 9_973) + 1));

    public async Task<Outcome> Do(Actor by, AgreementCommand command, ExecuteOptions? options = null, AgreementId? id = null) =>
        await Service.Execute(id ?? Id, command with { By = by, At = Now, Reason = command.Reason ?? "because" }, options);

    public async Task<AgreementState> Done(Actor by, AgreementCommand command, AgreementId? id = null) =>
        await Do(by, command, null, id) switch
        {
            Outcome.Accepted accepted => accepted.State,
            Outcome.Unchanged unchanged => unchanged.State,
            Outcome.Refused refused => throw new InvalidOperationException($"{refused.Refusal.Code}: {refused.Refusal.Message}"),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public async Task<AgreementState> Eligible(AgreementId? id = null, Person? person = null)
    {
        var refer = Referral(id);
        await Done(Officer, person is null ? refer : refer with { Person = person }, id);
        await Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), id);
        await Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false), id);
        await Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)), id);
        await Done(Officer, new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium), id);
        await Done(Officer, new VictimCommand.RecordVictim(false), id);
        return await Done(Sergeant, new ReferralCommand.ApproveEligibility(), id);
    }

    /// <summary>From referral to a signed agreement with supervision, reparation and a pathway.</summary>
    public async Task<AgreementState> Signed(AgreementId? id = null, Person? person = null)
    {
        await Eligible(id, person);
        await Done(
            Officer,
            new OfferCommand.MakeOffer(
            [
                new ConditionTerms.NoReoffending(),
                new ConditionTerms.Supervision(),
                new ConditionTerms.Reparation(18, "Green Works"),
                new ConditionTerms.Pathway(PathwayKind.Accommodation, "Home First"),
            ]),
            id);
        return await Done(
            Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 3, 3), new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org")), id);
    }

    public AppointmentCommand.ScheduleAppointment Meeting(string id, int daysAhead = 1) =>
        new("supervision", id, Now + Duration.FromDays(daysAhead), 45, "Room 4");

    public async Task<int> Pass(Duration duration)
    {
        var woken = 0;
        var target = Now + duration;
        while (await Sweep.Earliest() is { } next && next <= target)
        {
            Now = next;
            woken += await Sweep.Run(Now);
        }

        Now = target;
        return woken;
    }

    public async Task<List<TableRow>> Rows(string table)
    {
        var rows = new List<TableRow>();
        await foreach (var row in Store.Scan(table))
        {
            rows.Add(row);
        }

        return rows;
    }

    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        lock (Changes)
        {
            Changes.Add(change);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        var delivered = Deliver(mail.Id);
        lock (Mails)
        {
            Mails.Add(mail);
        }

        return delivered;
    }

    public ValueTask Send(RenderedText text, CancellationToken cancellation = default)
    {
        var delivered = Deliver(text.Id);
        lock (Texts)
        {
            Texts.Add(text);
        }

        return delivered;
    }

    public ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default) => Deliver(notice.Id);

    public void Dispose() => cache.Dispose();

    private ValueTask Deliver(string id)
    {
        if (DeliveryFault is { } fault)
        {
            throw fault;
        }

        lock (Delivered)
        {
            Delivered.Add(id);
        }

        return ValueTask.CompletedTask;
    }
}

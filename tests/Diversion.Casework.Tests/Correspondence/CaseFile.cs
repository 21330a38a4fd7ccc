using System.Collections.Immutable;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Schemes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>One case of the shipped checkpoint scheme, driven through the real domain; keeps what each event sends.</summary>
internal sealed class CaseFile
{
    public const string Reference = "DV-7K3M9-2QX4P";

    /// <summary>A Monday in winter time, with no bank holiday near.</summary>
    public static readonly LocalDate Monday = new(2026, 3, 2);

    public static readonly StaffRef Officer = new("po-1", "Olive Officer", "north-police", "olive@police.example");
    public static readonly StaffRef Worker = new("kw-1", "Kit Worker", "north", "kit@probation.example");
    public static readonly StaffRef OtherWorker = new("kw-2", "Nell Newer", "north", "nell@probation.example");
    public static readonly StaffRef Lead = new("lead-1", "Lee Lead", null, "lee@programme.example");
    public static readonly StaffRef OtherLead = new("lead-2", "Ola Lead", null, "ola@programme.example");
    public static readonly StaffRef TeamManager = new("tm-1", "Tam Manager", "north", "tam@probation.example");
    public static readonly StaffRef Facilitator = new("rj-1", "Fay Facilitator", null, "fay@rj.example");

    public static readonly Person Jordan = new(
        "Jordan Quill", new LocalDate(1999, 7, 6), Sex.Female, "W1", "14 Hawthorn Row", "Gilesgate", "County Durham", "jordan.quill@home.example", "07700900123", true);

    public static readonly ImmutableArray<ConditionTerms> EveryCondition =
    [
        new ConditionTerms.NoReoffending(),
        new ConditionTerms.Supervision(),
        new ConditionTerms.Reparation(),
        new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "Mallard Street")], new Curfew(new LocalTime(19, 0), new LocalTime(7, 30))),
        new ConditionTerms.RestorativeJustice(Facilitator),
        new ConditionTerms.Pathway(PathwayKind.DrugsAndAlcohol, "Clean Slate Recovery"),
    ];

    private static readonly SchemeLoad.Loaded Shipped = (SchemeLoad.Loaded)SchemeFiles.Load(ShippedSchemes.Folder);

    private readonly RulesInForce inForce = new(Shipped.Catalogue.Get(new SchemeRef("checkpoint", 1)), Shipped.Calendar);

    public Programme Programme { get; init; } = new(
        "Checkpoint",
        "checkpoint",
        [Lead, OtherLead],
        new Dictionary<string, StaffRef> { ["north"] = TeamManager },
        new Uri("https://diversion.example/"),
        "no-reply@diversion.example");

    public StaffRef KeyWorker { get; init; } = Worker;

    public StaffRef ReferringOfficer { get; init; } = Officer;

    public AgreementState State { get; private set; } = null!;

    public Instant Now { get; private set; } = At(Monday, 10);

    /// <summary>What the last command sent.</summary>
    public List<OutgoingMessage> Sent { get; } = [];

    public List<OutgoingMessage> AllSent { get; } = [];

    public IEnumerable<OutgoingMessage.Mail> Mails => Sent.OfType<OutgoingMessage.Mail>();

    public IEnumerable<OutgoingMessage.Notice> Notices => Sent.OfType<OutgoingMessage.Notice>();

    public static Instant At(LocalDate day, int hour) => WorkingCalendar.At(day, new LocalTime(hour, 0));

    public static Actor By(Role role, string id) => new(id, $"Name of {id}", role);

    public CaseFile Do(AgreementCommand command, Role role, string? by = null, bool refused = false)
    {
        by ??= role == Role.Sergeant ? "sergeant" : "someone";
        var decision = Agreement.Decide(State, command with { By = role == Role.Clock ? Actor.Clock : By(role, by), At = Now, Reason = "because the case needs it" }, inForce);
        Assert.True(refused == decision.Refusal is not null, decision.Refusal?.Message);
        Sent.Clear();
        foreach (var happened in decision.Events)
        {
            State = Agreement.Evolve(State, happened);
            var recorded = new RecordedEvent(State.Id.Value, State.Version, happened, Now, role == Role.Clock ? Actor.Clock : By(role, by), "test", null);
            Sent.AddRange(EventMessages.For(recorded, State, inForce.Scheme, Programme));
        }

        AllSent.AddRange(Sent);
        return this;
    }

    /// <summary>The person is told; a day passes.</summary>
    public CaseFile Told(string news) =>
        Do(new TellingCommand.TellPerson(news, ToldHow.InPerson, Now), Role.KeyWorker, "kw-1").Skip(Now + Duration.FromDays(1));

    /// <summary>The person was told of the breach that waits, and does not wish to answer.</summary>
    public CaseFile Heard(string said = "")
    {
        var news = State.Breach!.News;
        return Do(new TellingCommand.TellPerson(news, ToldHow.InPerson, Now), Role.KeyWorker, "kw-1")
            .Do(new TellingCommand.RecordAnswer(news, AnsweredHow.InPerson, Now, said, Declines: said.Length == 0), Role.KeyWorker, "kw-1");
    }

    /// <summary>The clock continues while nothing runs: an outage.</summary>
    public CaseFile Skip(Instant moment)
    {
        Now = moment;
        return this;
    }

    /// <summary>A command that is refused but still leaves events.</summary>
    public CaseFile After(AgreementCommand command) => Do(command, Role.Feed, refused: true);

    /// <summary>Passes time until nothing is due any more; Sent has everything that was sent.</summary>
    public CaseFile Until(Instant moment)
    {
        var sent = new List<OutgoingMessage>();
        while (Agreement.NextDue(State) is { } due && due <= moment)
        {
            Now = due;
            Do(new TimePassed(), Role.Clock);
            sent.AddRange(Sent);
        }

        Now = moment;
        Sent.Clear();
        Sent.AddRange(sent);
        return this;
    }

    public CaseFile Referred(Person? person = null, OffenceClass offence = OffenceClass.EitherWay, bool domestic = false) => Do(
        new ReferralCommand.Refer(
            new AgreementId(Reference),
            person ?? Jordan,
            new Offence("Shoplifting of whisky from Brambles", domestic ? "assault" : "theft", Monday.PlusDays(-10), offence, domestic, District: "Darlington"),
            ReferringOfficer),
        Role.PoliceOfficer);

    public CaseFile Eligible() => this
        .Do(new VictimCommand.RecordVictim(true, false, "Verity Harmed", "verity@harmed.example"), Role.PoliceOfficer)
        .Do(new VictimCommand.RecordVictimViews("I am still afraid", true), Role.PoliceOfficer)
        .Do(new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)), Role.PoliceOfficer)
        .Do(new ReferralCommand.RecordRisk(null, null, null, RiskBand.Medium), Role.PoliceOfficer)
        .Do(new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), Role.PoliceOfficer)
        .Do(new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false), Role.PoliceOfficer)
        .Do(new ReferralCommand.ApproveEligibility(), Role.Sergeant);

    public CaseFile Offered(params ReadOnlySpan<ConditionTerms> conditions) =>
        Do(new OfferCommand.MakeOffer(conditions.IsEmpty ? EveryCondition : [.. conditions]), Role.PoliceOfficer);

    public CaseFile Signed() => Do(new OfferCommand.SignAgreement(Monday, KeyWorker), Role.PoliceOfficer);

    public static CaseFile Running(params ReadOnlySpan<ConditionTerms> conditions) =>
        new CaseFile().Referred().Eligible().Offered(conditions).Signed();

    public OutgoingMessage.Mail MailTo(StaffRef staff) => Assert.Single(Mails, mail => mail.ToAddress == staff.Email);

    public OutgoingMessage.Mail MailTo(StaffRef staff, string template) =>
        Assert.Single(Mails, mail => mail.ToAddress == staff.Email && mail.Template == template);

    public OutgoingMessage.Mail MailToParticipant() => Assert.Single(Mails, mail => mail.ToAddress == Jordan.Email);

    public OutgoingMessage.Notice Notice(string what) => Assert.Single(Notices, notice => notice.Type == $"uk.diversion.agreement.{what}.v1");
}

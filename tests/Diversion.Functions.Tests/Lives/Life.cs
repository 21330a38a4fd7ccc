using System.Collections.Immutable;
using Diversion.Casework;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Functions.Tests.Lives;

/// <summary>The life of one agreement as its people live it: visits twice a day, and what happens on certain days.</summary>
/// <param name="Referred">The day of the referral, at ten in the morning.</param>
/// <param name="Days">How many days it is followed.</param>
internal sealed record Life(string Name, LocalDate Referred, int Days, ImmutableArray<ConditionTerms> Terms)
{
    private static readonly LocalTime[] Visits = [new(11, 0), new(16, 30)];

    public AgreementId Id { get; } = AgreementIds.FromCustodyReference($"life/{Name}");

    /// <summary>Whether the person signs, on the day after the offer.</summary>
    public bool Signs { get; init; } = true;

    /// <summary>From when on (days from the referral) nobody does their duty any more.</summary>
    public int NeglectedFrom { get; init; } = int.MaxValue;

    /// <summary>What else happens, by days from the referral, at three in the afternoon.</summary>
    public ImmutableArray<(int Day, AgreementCommand Command)> Besides { get; init; } = [];

    public Instant Start => WorkingCalendar.At(Referred, new LocalTime(10, 0));

    /// <summary>The same life, followed for only that many days.</summary>
    public Life With(int days) => this with { Days = days };

    /// <param name="seen">Called with the agreement as people find it at each visit.</param>
    public async Task Live(ITimeKeeper host, Action<AgreementState, Instant>? seen = null)
    {
        await host.RunTo(Start);
        await Do(host, Start, Referral());
        for (var day = 0; day <= Days; day++)
        {
            foreach (var hour in Visits)
            {
                foreach (var (_, command) in Besides.Where(own => own.Day == day && hour == Visits[1]))
                {
                    var at = WorkingCalendar.At(Referred.PlusDays(day), new LocalTime(15, 0));
                    await host.RunTo(at);
                    await Do(host, at, command);
                }

                await Visit(host, day, WorkingCalendar.At(Referred.PlusDays(day), hour), seen);
            }
        }
    }

    private async Task Visit(ITimeKeeper host, int day, Instant at, Action<AgreementState, Instant>? seen)
    {
        await host.RunTo(at);
        seen?.Invoke((await host.Casework.Find(Id))!, at);
        for (var duties = 0; day < NeglectedFrom; duties++)
        {
            Assert.True(duties < 50, "Duty never ends.");
            var state = (await host.Casework.Find(Id))!;
            if ((Enrolment(state, day) ?? (state.Term is null ? null : Diligence.Next(state, at))) is not { } duty)
            {
                return;
            }

            await Do(host, at, duty);
        }
    }

    private async Task Do(ITimeKeeper host, Instant at, AgreementCommand command)
    {
        var outcome = await host.Casework.Execute(Id, command with { At = at, Reason = command.Reason ?? "because it is due" });
        Assert.False(outcome is Outcome.Refused, outcome.ToString());
        await host.Settle();
    }

    private ReferralCommand.Refer Referral() => new(
        Id,
        new Person($"Pat {Name}", new LocalDate(1995, 5, 17), Sex.Female, District: "County Durham", Email: "pat@example.org", ContactConsent: true),
        new Offence("Took goods from a shop", "theft", Referred.PlusDays(-10), OffenceClass.EitherWay, District: "County Durham"),
        Programmes.OfficerRef,
        $"life/{Name}")
    {
        By = Programmes.Officer,
    };

    private AgreementCommand? Enrolment(AgreementState state, int day) => state switch
    {
        { Status: AgreementStatus.Referred, Referral.SafeguardingConcern: null } =>
            day < 2 ? null : new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false) { By = Programmes.Officer },
        { Status: AgreementStatus.Referred, Referral.DomesticAbuseConcern: null } =>
            new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false) { By = Programmes.Officer },
        { Status: AgreementStatus.Referred, Victims.Any: null } =>
            new VictimCommand.RecordVictim(true, false, "Verity Harmed", "verity@example.org") { By = Programmes.Officer },
        { Status: AgreementStatus.Referred, Victims.ViewsSettled: false } =>
            new VictimCommand.RecordVictimViews("I want an apology", true) { By = Programmes.Officer },
        { Status: AgreementStatus.Referred, Referral.Facts.Admission: null } =>
            new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)) { By = Programmes.Officer },
        { Status: AgreementStatus.Referred, Referral.Risk.JudgedBand: null } =>
            new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium) { By = Programmes.Officer },
        { Status: AgreementStatus.Referred } => new ReferralCommand.ApproveEligibility { By = Programmes.Sergeant },
        { Status: AgreementStatus.Eligible } => new OfferCommand.MakeOffer(Terms) { By = Programmes.Officer },
        { Status: AgreementStatus.Offered } when Signs && day >= 4 =>
            new OfferCommand.SignAgreement(Referred.PlusDays(day), Programmes.WorkerRef) { By = Programmes.Officer },
        _ => null,
    };
}

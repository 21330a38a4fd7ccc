using System.Collections.Immutable;
using Diversion.Casework.Actions;
using Diversion.Casework.Services;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Reading;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using NodaTime;

namespace Diversion.Web.Pages.Conditions;

/// <summary>
/// The conditions of a draft, as chosen and typed. A page has it as its property <c>Form</c>. No reoffending is always
/// included.
/// </summary>
public sealed class ConditionsForm
{
    private const string In = "Form.";
    private const string ServicePrefix = "service:";
    private IReadOnlyList<ServiceChoice> chosenFrom = [];

    /// <summary>Names of <see cref="ConditionKind"/>.</summary>
    public List<string> Chosen { get; set; } = [];

    public string? Facilitator { get; set; }

    /// <summary>Number of the victim; null when the case has only one.</summary>
    public string? RestorativeVictim { get; set; }

    public string? Hours { get; set; }

    public string? ReparationProvider { get; set; }

    /// <summary>Number of the victim who wants the work done for them; empty for the community.</summary>
    public string? WorkFor { get; set; }

    /// <summary>One place per line, as <see cref="StayWithin"/>.</summary>
    public string? KeepAway { get; set; }

    public string? StayWithin { get; set; }

    public string? CurfewFrom { get; set; }

    public string? CurfewUntil { get; set; }

    public string? FirstNeed { get; set; }

    public string? FirstProvider { get; set; }

    public string? SecondNeed { get; set; }

    public string? SecondProvider { get; set; }

    /// <summary>Of compensation, in pounds.</summary>
    public string? Amount { get; set; }

    public string? Payments { get; set; }

    public string? EveryWeeks { get; set; }

    /// <summary>Number of the victim; null when the case has only one. As <see cref="LetterVictim"/>.</summary>
    public string? CompensationVictim { get; set; }

    public string? LetterVictim { get; set; }

    /// <summary>Id of one of the scheme's courses.</summary>
    public string? Course { get; set; }

    public string? CourseProvider { get; set; }

    /// <summary>In pounds.</summary>
    public string? DonationAmount { get; set; }

    public string? Charity { get; set; }

    /// <summary>Who checks the letter of apology; empty for the key worker.</summary>
    public string? LetterFacilitator { get; set; }

    /// <summary>The kinds whose terms are asked for, in <c>_(kind)Details.cshtml</c>; every other kind has one set of terms.</summary>
    private static readonly Dictionary<ConditionKind, Func<ConditionsForm, FormReading, DraftLimits, StaffDirectory, ConditionTerms[]>> Asked = new()
    {
        [ConditionKind.Reparation] = static (form, read, limits, staff) => [form.Reparation(read, limits, staff)],
        [ConditionKind.RestorativeJustice] = static (form, read, _, staff) => form.RestorativeJustice(read, staff),
        [ConditionKind.TagMonitoring] = static (form, read, _, _) => [form.Tag(read)],
        [ConditionKind.Compensation] = static (form, read, _, _) => [form.Compensation(read)],
        [ConditionKind.Apology] = static (form, read, _, staff) => [form.Letter(read, staff)],
        [ConditionKind.Course] = static (form, read, limits, staff) => [form.OfCourse(read, limits, staff)],
        [ConditionKind.Donation] = static (form, read, _, _) => [form.Donation(read)],
        [ConditionKind.Pathway] = static (form, read, _, staff) => form.Pathways(read, staff),
    };

    /// <summary>The conditions of the earlier offer, to continue from.</summary>
    public static ConditionsForm Of(ImmutableArray<ConditionTerms> offered)
    {
        var form = new ConditionsForm { Chosen = [.. offered.Select(terms => $"{terms.Kind}").Distinct()] };
        foreach (var terms in offered)
        {
            switch (terms)
            {
                case ConditionTerms.Reparation own:
                    (form.Hours, form.ReparationProvider, form.WorkFor) = ($"{own.Hours}", own.Provider, $"{own.Victim}");
                    break;
                case ConditionTerms.Compensation own:
                    (form.Amount, form.Payments, form.EveryWeeks, form.CompensationVictim) = (MoneyText.Of(own.Pence), $"{own.Payments}", $"{own.EveryWeeks}", $"{own.Victim}");
                    break;
                case ConditionTerms.LetterOfApology own:
                    (form.LetterFacilitator, form.LetterVictim) = (own.Facilitator?.Id, $"{own.Victim}");
                    break;
                case ConditionTerms.Course own:
                    (form.Course, form.CourseProvider) = (own.Id, own.Provider);
                    break;
                case ConditionTerms.Donation own:
                    (form.DonationAmount, form.Charity) = (MoneyText.Of(own.Pence), own.Charity);
                    break;
                case ConditionTerms.RestorativeJustice own:
                    (form.Facilitator, form.RestorativeVictim) = (own.Facilitator.Id, $"{own.Victim}");
                    break;
                case ConditionTerms.TagMonitoring own:
                    form.KeepAway = Places(own, TagZoneKind.Exclusion);
                    form.StayWithin = Places(own, TagZoneKind.Inclusion);
                    (form.CurfewFrom, form.CurfewUntil) = own.Curfew is { } curfew ? (Words.Time(curfew.From), Words.Time(curfew.Until)) : (null, null);
                    break;
                case ConditionTerms.Pathway own when form.FirstNeed is null:
                    (form.FirstNeed, form.FirstProvider) = ($"{own.Need}", ProviderOf(own));
                    break;
                case ConditionTerms.Pathway own:
                    (form.SecondNeed, form.SecondProvider) = ($"{own.Need}", ProviderOf(own));
                    break;
            }
        }

        return form;
    }

    /// <summary>The usual terms of each kind, ready for when it is ticked; what was typed stays. Nobody is named where several could be.</summary>
    public void FillIn(DraftLimits limits, IReadOnlyList<PathwayKind> needs, StaffDirectory staff)
    {
        Hours ??= $"{limits.DefaultHours}";
        Facilitator ??= staff.Facilitators is [var facilitator] ? facilitator.Id : null;
        FirstNeed ??= needs is [var need, ..] ? $"{need}" : null;
        FirstProvider ??= staff.Providers is [var provider] ? provider : null;
    }

    /// <summary>Value of a choice of a service, as against an organisation's name.</summary>
    internal static string ServiceValue(string id) => ServicePrefix + id;

    public static bool Asks(ConditionKind kind) => Asked.ContainsKey(kind);

    public bool Has(ConditionKind kind) => Chosen.Contains($"{kind}");

    /// <summary>As sent to the offer; an error belongs to its field.</summary>
    public ImmutableArray<ConditionTerms> Terms(FormReading read, DraftLimits limits, StaffDirectory staff, IReadOnlyList<ServiceChoice> services)
    {
        chosenFrom = services;
        var terms = ImmutableArray.CreateBuilder<ConditionTerms>();
        terms.Add(new ConditionTerms.NoReoffending());
        foreach (var (kind, _, _) in ConditionKinds.All.Where(one => Has(one.Kind) && !ConditionKinds.IsMandatory(one.Kind)))
        {
            terms.AddRange(Asked.TryGetValue(kind, out var answers)
                ? answers(this, read, limits, staff)
                : ConditionKinds.ExampleTerms.Where(one => one.Kind == kind));
        }

        return terms.ToImmutable();
    }

    private ConditionTerms Reparation(FormReading read, DraftLimits limits, StaffDirectory staff) => new ConditionTerms.Reparation(
        read.Number(In + nameof(Hours), Hours, "the hours of reparation", limits.LeastHours, limits.MostHours),
        string.IsNullOrEmpty(ReparationProvider) ? null : Organisation(read, nameof(ReparationProvider), ReparationProvider, staff, "who provides the work"),
        VictimItem.NumberOf(WorkFor),
        VictimItem.NumberOf(WorkFor) is not null);

    private ConditionTerms Compensation(FormReading read) => new ConditionTerms.Compensation(
        Pence(read, nameof(Amount), Amount, "compensation"),
        read.Number(In + nameof(Payments), Payments, "the number of payments", 1, ConditionTerms.Compensation.MostPayments),
        read.Number(In + nameof(EveryWeeks), EveryWeeks, "the number of weeks", 1, ConditionTerms.Compensation.MostWeeks),
        VictimItem.NumberOf(CompensationVictim));

    private ConditionTerms OfCourse(FormReading read, DraftLimits limits, StaffDirectory staff)
    {
        if (limits.Courses.All(course => course.Id != Course))
        {
            read.Fault(In + nameof(Course), FaultWording.Choose("the course"));
        }

        return new ConditionTerms.Course(
            Course, string.IsNullOrEmpty(CourseProvider) ? null : Organisation(read, nameof(CourseProvider), CourseProvider, staff, "who holds the course"));
    }

    private ConditionTerms Donation(FormReading read) =>
        new ConditionTerms.Donation(Pence(read, nameof(DonationAmount), DonationAmount, "donation"), read.Text(In + nameof(Charity), Charity, "the charity"));

    private static int Pence(FormReading read, string field, string? typed, string what)
    {
        var amount = MoneyText.Read(typed);
        if (!amount.IsRead || amount.Value == 0)
        {
            read.Fault(In + field, $"The {what} must be {MoneyText.Form}");
        }

        return amount.Value;
    }

    private ConditionTerms Letter(FormReading read, StaffDirectory staff)
    {
        var facilitator = staff.Facilitator(LetterFacilitator);
        if (facilitator is null && !string.IsNullOrEmpty(LetterFacilitator))
        {
            read.Fault(In + nameof(LetterFacilitator), FaultWording.Choose("who checks the letter"));
        }

        return new ConditionTerms.LetterOfApology(facilitator, VictimItem.NumberOf(LetterVictim));
    }

    private ConditionTerms[] RestorativeJustice(FormReading read, StaffDirectory staff)
    {
        if (staff.Facilitator(Facilitator) is { } facilitator)
        {
            return [new ConditionTerms.RestorativeJustice(facilitator, VictimItem.NumberOf(RestorativeVictim))];
        }

        read.Fault(In + nameof(Facilitator), FaultWording.Choose("the facilitator"));
        return [];
    }

    private ConditionTerms Tag(FormReading read)
    {
        var zones = read.Lines(In + nameof(KeepAway), KeepAway, "place").Select(place => new TagZone(TagZoneKind.Exclusion, place))
            .Concat(read.Lines(In + nameof(StayWithin), StayWithin, "place").Select(place => new TagZone(TagZoneKind.Inclusion, place)))
            .ToImmutableArray();
        Curfew? curfew = null;
        if (!string.IsNullOrWhiteSpace(CurfewFrom) || !string.IsNullOrWhiteSpace(CurfewUntil))
        {
            curfew = new Curfew(
                read.Time(In + nameof(CurfewFrom), CurfewFrom, "the time from which they are at home"),
                read.Time(In + nameof(CurfewUntil), CurfewUntil, "the time until which they are at home"));
        }

        var terms = new ConditionTerms.TagMonitoring(zones, curfew);
        if (TagTerms.Check(terms) is { } refusal)
        {
            read.Fault(In + (refusal.Code == RefusalCode.CurfewInvalid ? nameof(CurfewFrom) : nameof(KeepAway)), refusal.Message);
        }

        return terms;
    }

    private ConditionTerms[] Pathways(FormReading read, StaffDirectory staff)
    {
        var first = Pathway(read, nameof(FirstNeed), FirstNeed, nameof(FirstProvider), FirstProvider, staff);
        return string.IsNullOrEmpty(SecondNeed) && string.IsNullOrEmpty(SecondProvider)
            ? [first]
            : [first, Pathway(read, nameof(SecondNeed), SecondNeed, nameof(SecondProvider), SecondProvider, staff)];
    }

    private static string ProviderOf(ConditionTerms.Pathway own) => own.Service is { } service ? ServiceValue(service.Id) : own.Provider;

    private ConditionTerms Pathway(FormReading read, string needField, string? need, string providerField, string? provider, StaffDirectory staff)
    {
        var wanted = read.Choice<PathwayKind>(In + needField, need, "what the pathway is for");
        return provider?.StartsWith(ServicePrefix, StringComparison.Ordinal) == true
            ? OfService(read, providerField, wanted, provider[ServicePrefix.Length..])
            : new ConditionTerms.Pathway(wanted, Organisation(read, providerField, provider, staff, "who provides the pathway"));
    }

    private ConditionTerms.Pathway OfService(FormReading read, string field, PathwayKind need, string id)
    {
        var service = chosenFrom.FirstOrDefault(one => one.Id == id);
        var against = service is null ? "This service is no longer among those that can be chosen. Choose again"
            : service.Against is { } unfit ? $"{service.Name} does not fit this person. {unfit} Choose another"
            : !service.Needs.Contains(need) ? $"{service.Name} is not for {Words.Of(need)}. Choose another, or change what the pathway is for"
            : null;
        if (against is not null)
        {
            read.Fault(In + field, against);
        }

        return new ConditionTerms.Pathway(need, service?.Organisation ?? "") { Service = new ServiceRef(id, service?.Name) };
    }

    private static string Organisation(FormReading read, string field, string? chosen, StaffDirectory staff, string what)
    {
        if (chosen is not null && staff.Providers.Contains(chosen))
        {
            return chosen;
        }

        read.Fault(In + field, FaultWording.Choose(what));
        return "";
    }

    private static string Places(ConditionTerms.TagMonitoring tag, TagZoneKind kind) =>
        string.Join('\n', (tag.Zones.IsDefault ? [] : tag.Zones).Where(zone => zone.Kind == kind).Select(zone => zone.Description.ReplaceLineEndings(" ")));
}

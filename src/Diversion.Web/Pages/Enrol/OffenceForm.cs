using System.Text.Json.Serialization;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>An offence as typed. A page has it as its property <c>Form</c>.</summary>
public sealed class OffenceForm
{
    private const string In = "Form.";

    /// <summary>Not part of what is kept.</summary>
    [JsonIgnore]
    public OffenceFinder Finder { get; set; } = new();

    public string? Description { get; set; }

    public string? Group { get; set; }

    public TypedDate CommittedOn { get; set; } = new();

    public string? Class { get; set; }

    public string? DomesticAssault { get; set; }

    public TypedDate FirstStatementOn { get; set; } = new();

    public string? District { get; set; }

    public string? OtherDistrict { get; set; }

    public TypedDate CommittedUntil { get; set; } = new();

    public string? CrimeNumber { get; set; }

    public string? Classification { get; set; }

    public string? LocalCode { get; set; }

    public string? Place { get; set; }

    public string? DomesticAbuse { get; set; }

    public string? Aggravated { get; set; }

    public string? Value { get; set; }

    /// <summary>Something beyond what every offence needs was answered.</summary>
    public bool HasMore => CommittedUntil.IsTyped || new[] { CrimeNumber, Classification, LocalCode, Place, DomesticAbuse, Aggravated, Value }.Any(text => !string.IsNullOrWhiteSpace(text));

    public static string DescriptionField => In + nameof(Description);

    public static string DateField => In + nameof(CommittedOn);

    public static IReadOnlyList<Choice> Classes { get; } =
    [
        new($"{OffenceClass.SummaryOnly}", "Summary only", "Magistrates’ court only. There is a time limit for charging.", Reveals: "domestic-assault"),
        new($"{OffenceClass.EitherWay}", "Either way", "Magistrates’ court or Crown Court."),
        new($"{OffenceClass.IndictableOnly}", "Indictable only", "Crown Court only."),
    ];

    public static OffenceForm Of(Offence offence, IReadOnlyList<string> districts)
    {
        var (district, other) = Districts.Of(offence.District, districts);
        return new OffenceForm
        {
            Description = offence.Description,
            Group = offence.Group,
            CommittedOn = TypedDate.Of(offence.CommittedOn),
            Class = $"{offence.Class}",
            DomesticAssault = FormReading.Chosen(offence.DomesticAssault),
            FirstStatementOn = TypedDate.Of(offence.FirstStatementOn),
            District = district,
            OtherDistrict = other,
            CommittedUntil = TypedDate.Of(offence.CommittedUntil),
            CrimeNumber = offence.CrimeNumber,
            Classification = offence.Classification,
            LocalCode = offence.LocalCode,
            Place = offence.Place,
            DomesticAbuse = FormReading.Chosen(offence.DomesticAbuse),
            Aggravated = FormReading.Chosen(offence.Aggravated),
            Value = offence.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    public Offence Read(FormReading read, LocalDate today)
    {
        var committedOn = read.PastDate(In + nameof(CommittedOn), CommittedOn, "the date of the offence", today);
        return new Offence(
            read.Text(In + nameof(Description), Description, "what happened"),
            Chosen(read),
            committedOn,
            read.Choice<OffenceClass>(In + nameof(Class), Class, "which court can try the offence"),
            IsDomesticAssault(read),
            DomesticAssault == "yes" ? FirstStatement(read, committedOn, today) : null,
            Districts.Read(read, In + nameof(District), District, In + nameof(OtherDistrict), OtherDistrict, "the district of the offence"))
        {
            CommittedUntil = Until(read, committedOn, today),
            CrimeNumber = read.OptionalReference(In + nameof(CrimeNumber), CrimeNumber, "the crime number"),
            Classification = Code(read),
            LocalCode = read.OptionalReference(In + nameof(LocalCode), LocalCode, "the force’s own code"),
            Place = read.OptionalText(In + nameof(Place), Place, "the place"),
            DomesticAbuse = read.OptionalYesNo(In + nameof(DomesticAbuse), DomesticAbuse, "whether it was domestic abuse"),
            Aggravated = read.OptionalYesNo(In + nameof(Aggravated), Aggravated, "whether it was racially or religiously aggravated"),
            Value = read.OptionalAmount(In + nameof(Value), Value, "the value of loss or damage"),
        };
    }

    /// <summary>Common assault and battery are summary only (Criminal Justice Act 1988 s.39): nothing else is asked, or counts.</summary>
    private bool IsDomesticAssault(FormReading read) =>
        (Class == $"{OffenceClass.SummaryOnly}" || !string.IsNullOrEmpty(DomesticAssault))
        && read.YesNo(In + nameof(DomesticAssault), DomesticAssault, "whether it was common assault or battery in domestic abuse");

    private LocalDate? Until(FormReading read, LocalDate committedOn, LocalDate today)
    {
        const string field = In + nameof(CommittedUntil), what = "the last day of the offence";
        var day = read.OptionalPastDate(field, CommittedUntil, what, today);
        if (day < committedOn)
        {
            read.Fault(field, FaultWording.DateTooEarly(what, "its first day"));
        }

        return day;
    }

    private string? Code(FormReading read)
    {
        const string field = In + nameof(Classification);
        var typed = read.OptionalText(field, Classification, "the classification");
        if (typed is null)
        {
            return null;
        }

        var code = OffenceClassification.Read(typed);
        if (code.IsRead)
        {
            return code.Value;
        }

        read.Fault(field, $"Enter {OffenceClassification.Form}");
        return null;
    }

    private LocalDate? FirstStatement(FormReading read, LocalDate committedOn, LocalDate today)
    {
        const string field = In + nameof(FirstStatementOn), what = "the date of the first statement";
        var day = read.OptionalPastDate(field, FirstStatementOn, what, today);
        if (day < committedOn)
        {
            read.Fault(field, FaultWording.DateTooEarly(what, "the date of the offence"));
        }

        return day;
    }

    private string Chosen(FormReading read)
    {
        if (string.IsNullOrWhiteSpace(Group))
        {
            read.Fault(In + nameof(Group), FaultWording.Choose("the offence group"));
            return "";
        }

        return read.Text(In + nameof(Group), Group, "the offence group");
    }
}

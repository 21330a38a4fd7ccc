using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>An offence as typed. A page has it as its property <c>Form</c>.</summary>
public sealed class OffenceForm
{
    private const string In = "Form.";

    public string? Description { get; set; }

    public string? Group { get; set; }

    public TypedDate CommittedOn { get; set; } = new();

    public string? Class { get; set; }

    public string? DomesticAssault { get; set; }

    public TypedDate FirstStatementOn { get; set; } = new();

    public string? District { get; set; }

    public string? OtherDistrict { get; set; }

    public static string DateField => In + nameof(CommittedOn);

    public static IReadOnlyList<Choice> Classes { get; } =
    [
        new($"{OffenceClass.SummaryOnly}", "Summary only", "Tried by magistrates only. There is a time limit for a charge."),
        new($"{OffenceClass.EitherWay}", "Either way"),
        new($"{OffenceClass.IndictableOnly}", "Indictable only"),
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
            DomesticAssault = offence.DomesticAssault ? "yes" : "no",
            FirstStatementOn = TypedDate.Of(offence.FirstStatementOn),
            District = district,
            OtherDistrict = other,
        };
    }

    public Offence Read(FormReading read) => new(
        read.Text(In + nameof(Description), Description, "what happened"),
        Chosen(read),
        read.Date(In + nameof(CommittedOn), CommittedOn, "the day of the offence"),
        read.Choice<OffenceClass>(In + nameof(Class), Class, "how the offence can be tried"),
        read.YesNo(In + nameof(DomesticAssault), DomesticAssault, "whether it was domestic common assault or battery"),
        read.OptionalDate(In + nameof(FirstStatementOn), FirstStatementOn, "the day of the first statement"),
        Districts.Read(read, In + nameof(District), District, In + nameof(OtherDistrict), OtherDistrict, "the district of the offence"));

    private string Chosen(FormReading read)
    {
        if (string.IsNullOrWhiteSpace(Group))
        {
            read.Fault(In + nameof(Group), FaultWording.Choose("the kind of offence"));
            return "";
        }

        return read.Text(In + nameof(Group), Group, "the kind of offence");
    }
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>
/// Whether there is a victim, and for the first one who they are, what they say and their referral to support, as typed.
/// Further victims, and corrections, have pages of their own.
/// </summary>
public sealed class FirstVictimForm
{
    private const string Yes = "yes";
    private const string Enhanced = "enhanced";
    private const string No = "no";

    public string? Any { get; set; }

    public string? Name { get; set; }

    public string? Contact { get; set; }

    public string? Kind { get; set; } = nameof(VictimKind.Person);

    public string? ContactPerson { get; set; }

    public string? Wishes { get; set; }

    public string? Views { get; set; }

    public string? Wants { get; set; }

    public string? Statement { get; set; }

    public string? Compensation { get; set; } = RecordVictimViewsModel.NotSaid;

    public string? How { get; set; }

    public TypedDate On { get; set; } = new();

    public string? ByWhom { get; set; }

    public string? Said { get; set; }

    public static IReadOnlyList<Choice> Anybody { get; } =
    [
        new(Yes, "Yes", Reveals: "victim"),
        new(Enhanced, "Yes, with enhanced rights", "Victims’ Code: victims of the most serious crime, persistently targeted, vulnerable or intimidated. They are told within 1 working day.", Reveals: "victim"),
        new(No, "No"),
    ];

    public static IReadOnlyList<Choice> Ways { get; } = [.. WayChoices.Told.Select(way => way with { Reveals = "support" })];

    /// <summary>What only some victims have.</summary>
    public bool HasMore => Kind != nameof(VictimKind.Person) || new[] { Wishes, Statement }.Any(text => !string.IsNullOrEmpty(text)) || Compensation != RecordVictimViewsModel.NotSaid;

    /// <summary>The commands for what was answered; none when it was not said whether there is a victim.</summary>
    /// <param name="at">The name of the page's property, with a dot.</param>
    public IReadOnlyList<AgreementCommand> Read(FormReading read, string at, LocalDate today)
    {
        if (Any is not (Yes or Enhanced))
        {
            return Any == No ? [new VictimCommand.RecordVictim(false)] : [];
        }

        var kind = read.Choice<VictimKind>(at + nameof(Kind), Kind, "who the victim is");
        var commands = new List<AgreementCommand>
        {
            new VictimCommand.RecordVictim(
                true,
                Any == Enhanced,
                read.OptionalText(at + nameof(Name), Name, "the name"),
                read.OptionalText(at + nameof(Contact), Contact, "how they want to be reached"))
            {
                Kind = kind,
                ContactPerson = kind == VictimKind.Person ? null : read.Text(at + nameof(ContactPerson), ContactPerson, "who speaks for them"),
                Wishes = read.OptionalText(at + nameof(Wishes), Wishes, "their wishes about contact", 2_000),
            },
        };
        if (SaidSomething)
        {
            commands.Add(RecordVictimViewsModel.ReadViews(read, at, Views, Wants, Statement, Compensation));
        }

        if (!string.IsNullOrEmpty(How) || !string.IsNullOrWhiteSpace(Said))
        {
            commands.Add(new VictimCommand.ReferVictimToSupport(
                read.Choice<ToldHow>(at + nameof(How), How, "how it was done"),
                read.PastDate(at + nameof(On), On, "the date", today),
                read.Text(at + nameof(ByWhom), ByWhom, "who did it"),
                read.OptionalText(at + nameof(Said), Said, "what was said", VictimContactPage.LongestSaid)));
        }

        return commands;
    }

    /// <summary>Their views were sought: each is an answer, also that they did not say whether they would like restorative justice.</summary>
    private bool SaidSomething =>
        new[] { Views, Wants, Statement }.Any(text => !string.IsNullOrWhiteSpace(text)) || Compensation != RecordVictimViewsModel.NotSaid;

    /// <summary>The field that a refusal is about.</summary>
    public static string? FieldOf(string code, string at) => code switch
    {
        RefusalCode.VictimUnnamed or RefusalCode.VictimRepeated => at + nameof(Name),
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => at + nameof(On),
        _ => null,
    };
}

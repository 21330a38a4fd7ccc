using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Whether there is a victim, and who; another one; or, with an item in the address, who that one is.</summary>
public sealed class RecordVictimModel : VictimPage
{
    [BindProperty]
    public string? HasVictim { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Enhanced { get; set; }

    [BindProperty]
    public string? Kind { get; set; } = nameof(VictimKind.Person);

    [BindProperty]
    public string? ContactPerson { get; set; }

    [BindProperty]
    public string? Wishes { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(nameof(VictimKind.Person), "An adult"),
        new(nameof(VictimKind.Child), "A child", "Under 18. A child always has enhanced rights.", Reveals: "contact-person"),
        new(nameof(VictimKind.Business), "A business or organisation", Reveals: "contact-person"),
    ];

    /// <summary>What will follow is told for each, so each says what it means.</summary>
    public static IReadOnlyList<Choice> Rights { get; } = [new("yes", "Yes, enhanced rights"), new("no", "No enhanced rights")];

    public string Heading => Number is not null ? $"Correct the details of {(Agreement.Victims is { Count: 1 } ? "the victim" : $"victim {Number}")}" : IsAnother ? "Add another victim" : "Victim";

    /// <summary>There is one already, so nobody asks whether there is.</summary>
    public bool IsAnother => Agreement.Victims is { Count: > 0 };

    /// <summary>Only the police correct a name that is recorded.</summary>
    public bool KeepsName => AccessPolicy.IsPartner(By) && Known?.Details.Name is not null;

    /// <summary>What only some victims have.</summary>
    public bool HasMore => Kind != nameof(VictimKind.Person) || !string.IsNullOrEmpty(Wishes) || !ModelState.IsValid;

    /// <summary>May be removed by the reader.</summary>
    public bool MayRemove { get; private set; }

    public Task<IActionResult> OnPostAsync()
    {
        var any = Read.YesNo(nameof(HasVictim), HasVictim, "whether there is a victim");
        if (!any)
        {
            return Run(() => new VictimCommand.RecordVictim(false), "It was saved that there is no victim.", Tasks);
        }

        var name = Read.OptionalText(nameof(Name), Name, "the name");
        var contact = Read.OptionalText(nameof(Contact), Contact, "how they want to be reached");
        var enhanced = Read.YesNo(nameof(Enhanced), Enhanced, "whether they have enhanced rights");
        var kind = Read.Choice<VictimKind>(nameof(Kind), Kind, "who the victim is");
        var spokenFor = kind == VictimKind.Person ? null : Read.Text(nameof(ContactPerson), ContactPerson, "who speaks for them");
        var wishes = Read.OptionalText(nameof(Wishes), Wishes, "their wishes about contact", 2_000);
        return Run(
            () => new VictimCommand.RecordVictim(true, enhanced, name, contact) { Victim = Number, Kind = kind, ContactPerson = spokenFor, Wishes = wishes },
            "The victim was saved.",
            Tasks,
            code => code is RefusalCode.VictimUnnamed or RefusalCode.VictimRepeated or RefusalCode.VictimNamedByPolice ? nameof(Name) : null);
    }

    /// <summary>After the signing the victim is told the decision at once; how soon depends on their rights.</summary>
    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
    [
        (Rights[0].Text, new VictimCommand.RecordVictim(true, true, Known?.Details.Name ?? Example) { Victim = Number }),
        (Rights[1].Text, new VictimCommand.RecordVictim(true, false, Known?.Details.Name ?? Example) { Victim = Number }),
    ];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        MayRemove = Number is not null && (await Possible()).Any(action => action is { Blocked: null } && action.Command == CommandCatalogue.NameOf<VictimCommand.RemoveVictim>() && action.Item == Item);
        return (await Opens(CommandCatalogue.NameOf<VictimCommand.RecordVictim>(), action => action.Blocked is null && action.Item == (Item.Length == 0 ? null : Item))).Instead
            ?? (Item.Length > 0 && Known is null ? NoSuchVictim() : null);
    }

    protected override void Begin()
    {
        if (Known is { Details: var victim })
        {
            HasVictim = "yes";
            Enhanced = FormReading.Chosen(victim.Enhanced);
            (Name, Contact, Kind, ContactPerson, Wishes) = (victim.Name, victim.Contact, $"{victim.Kind}", victim.ContactPerson, victim.Wishes);
        }
        else if (IsAnother)
        {
            HasVictim = "yes";
        }
        else if (Agreement.HasVictim == false)
        {
            HasVictim = "no";
        }
    }
}

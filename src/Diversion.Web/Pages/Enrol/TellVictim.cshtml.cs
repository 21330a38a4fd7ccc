using Diversion.Casework.Links;
using Diversion.Casework.Papers;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Records that a victim was told of the decision or of the ending.</summary>
public sealed class TellVictimModel : VictimContactPage
{
    public string Heading => IsEnding ? "Record that the victim was told how the case ended" : "Record that the victim was told the decision";

    /// <summary>Where the letter that tells them is printed.</summary>
    public string Letter => Addresses.Letter(Reference, LetterQuery.ToVictim(Victim.Number, IsEnding ? VictimNews.Ending : VictimNews.Decision));

    public Instant? Due => Agreement.Obligations
        .FirstOrDefault(open => open.Track == Tracks.VictimOf(Victim.Number) && open.Rule == (IsEnding ? RuleIds.VictimToldEnding : RuleIds.VictimToldDecision))?.Due;

    protected override int? Number => VictimItem.Read(Item)?.Victim;

    private bool IsEnding => VictimItem.Read(Item) is { News: VictimNews.Ending };

    public Task<IActionResult> OnPostAsync()
    {
        var (victim, news) = VictimItem.Read(Item)!.Value;
        var (how, on, byWhom, said) = ReadContact();
        return Run(
            () => new VictimCommand.TellVictim(news, how, on, byWhom, said) { Victim = victim },
            "You recorded that the victim was told.",
            fieldOf: FieldOf);
    }

    protected override async ValueTask<IActionResult?> Prepare() => await OpensFor<VictimCommand.TellVictim>();
}

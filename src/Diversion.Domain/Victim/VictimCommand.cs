using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

/// <summary>
/// Every command names its victim by their number in the case. It may be left out where the case has only one, but not for
/// one who is recorded anew.
/// </summary>
public abstract record VictimCommand : AgreementCommand
{
    private VictimCommand()
    {
    }

    /// <summary>The number of the victim in this case, from 1.</summary>
    public int? Victim { get; init; }

    internal override CommandSubject Subject => new(Item: Victim?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A victim, or that there is none. With a number it corrects who that victim is.</summary>
    /// <param name="Enhanced">Entitled to enhanced rights under the Victims' Code; a child always is.</param>
    /// <param name="Contact">How they want to be reached.</param>
    public sealed record RecordVictim(bool HasVictim, bool Enhanced = false, string? Name = null, string? Contact = null) : VictimCommand
    {
        /// <summary>A person when left out.</summary>
        public VictimKind? Kind { get; init; }

        /// <summary>Who speaks for a business, or the parent or guardian of a child; required for both.</summary>
        public string? ContactPerson { get; init; }

        /// <summary>Their wishes about contact.</summary>
        public string? Wishes { get; init; }

        internal VictimDetails Details => new(
            Kind ?? VictimKind.Person, Enhanced || Kind == VictimKind.Child, Kept(Name), Kept(Contact), IsSpokenFor ? Kept(ContactPerson) : null, Kept(Wishes));

        private bool IsSpokenFor => Kind is VictimKind.Business or VictimKind.Child;

        internal override void Inspect(TextInspection texts)
        {
            texts.Line("name", Name);
            texts.Line("contact", Contact);
            texts.Line("contactPerson", ContactPerson, HasVictim && IsSpokenFor);
            texts.Prose("wishes", Wishes);
        }

        private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A victim who was recorded by mistake. One who has been told something stays.</summary>
    public sealed record RemoveVictim : VictimCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <param name="Views">In the victim's words; null when they did not want to give any.</param>
    public sealed record RecordVictimViews(string? Views, bool? WantsRestorativeJustice = null) : VictimCommand
    {
        /// <summary>The victim personal statement, or the impact statement of a business; null when they made none.</summary>
        public string? Statement { get; init; }

        public bool? WantsCompensation { get; init; }

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("views", Views);
            texts.Prose("statement", Statement);
        }
    }

    /// <param name="How">How the referral was made; required.</param>
    /// <param name="On">The day of the referral, not in the future; today when left out.</param>
    /// <param name="ByWhom">Who made it; the person recording it when left out.</param>
    /// <param name="Said">What was said.</param>
    public sealed record ReferVictimToSupport(
        ToldHow? How = null, LocalDate? On = null, string? ByWhom = null, string? Said = null) : VictimCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => InspectContact(texts, ByWhom, Said);
    }

    /// <param name="How">How the victim was told; required.</param>
    /// <param name="On">The day on which they were told, not in the future and not before the decision or the ending; today when left out.</param>
    /// <param name="ByWhom">Who told them; the person recording it when left out.</param>
    /// <param name="Said">What was said.</param>
    public sealed record TellVictim(
        VictimNews News, ToldHow? How = null, LocalDate? On = null, string? ByWhom = null, string? Said = null) : VictimCommand
    {
        internal override CommandSubject Subject => new(Item: Victim is { } number ? VictimItem.Of(number, News) : null);

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => InspectContact(texts, ByWhom, Said);
    }

    /// <summary>They do not want to be told about the case any more: what was promised and is not yet kept falls away.</summary>
    /// <param name="On">The day on which they said so, not in the future; today when left out.</param>
    /// <param name="Said">What they said.</param>
    public sealed record OptVictimOut(LocalDate? On = null, string? Said = null) : VictimCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said);
    }

    /// <summary>They want to be told again: what they missed is promised anew.</summary>
    /// <param name="On">The day on which they said so, not in the future; today when left out.</param>
    /// <param name="Said">What they said.</param>
    public sealed record OptVictimIn(LocalDate? On = null, string? Said = null) : VictimCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said);
    }

    /// <summary>The victim was asked, after the end, how satisfied they are. Recorded again, it corrects what was recorded.</summary>
    /// <param name="Answers">Whether they wished to answer.</param>
    /// <param name="Informed">From 1, very dissatisfied, to 5, very satisfied: with how they were kept informed. Null where they left it out.</param>
    /// <param name="Treated">With how they were treated.</param>
    /// <param name="Outcome">With what came of the case.</param>
    /// <param name="On">The day on which they were asked, not in the future and not before the end; today when left out.</param>
    /// <param name="ByWhom">Who asked them; the person recording it when left out.</param>
    /// <param name="Restorative">With restorative justice; refused unless it took place with them.</param>
    public sealed record RecordVictimSatisfaction(
        bool Answers, int? Informed = null, int? Treated = null, int? Outcome = null, LocalDate? On = null, string? ByWhom = null, int? Restorative = null) : VictimCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Line("byWhom", ByWhom);
    }

    /// <summary>The victim asks for a review of a decision, or complains.</summary>
    /// <param name="About">What they ask or complain of, in their words.</param>
    /// <param name="Decider">Whose decision or conduct it is about: rank and name. Of a complaint about somebody who has no rank, the name.</param>
    /// <param name="On">The day on which they asked, not in the future; today when left out.</param>
    public sealed record RecordVictimRequest(VictimRequestKind Kind, string About, string Decider, LocalDate? On = null) : VictimCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("about", About, required: true);
            texts.Line("decider", Decider, required: true);
        }
    }

    /// <param name="Request">The number of the request.</param>
    /// <param name="How">How they were told that it has come; required.</param>
    public sealed record AcknowledgeVictimRequest(int Request, ToldHow? How = null, LocalDate? On = null, string? ByWhom = null) : VictimCommand
    {
        internal override CommandSubject Subject => new(Item: Victim is { } number ? VictimItem.Of(number, Request) : null);

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Line("byWhom", ByWhom);
    }

    /// <param name="Request">The number of the request.</param>
    /// <param name="How">How they were told the outcome; required.</param>
    /// <param name="Reviewer">Rank and name of who looked at it: one rank above the decision at the least, and not involved
    /// in the case. The name is enough where it is about somebody who has no rank. Required unless it was withdrawn, which needs a reason instead.</param>
    public sealed record AnswerVictimRequest(
        int Request, VictimRequestOutcome Outcome, string? Reviewer = null, ToldHow? How = null, LocalDate? On = null, string? ByWhom = null, string? Said = null) : VictimCommand
    {
        /// <summary>Otherwise a request could end without anybody having looked at it, and nobody could tell why.</summary>
        internal override bool NeedsReason => Outcome == VictimRequestOutcome.Withdrawn;

        internal override CommandSubject Subject => new(Item: Victim is { } number ? VictimItem.Of(number, Request) : null);

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Line("reviewer", Reviewer);
            InspectContact(texts, ByWhom, Said);
        }
    }

    private static void InspectContact(TextInspection texts, string? byWhom, string? said)
    {
        texts.Line("byWhom", byWhom);
        texts.Prose("said", said);
    }
}

public enum VictimNews
{
    Decision,
    Ending,
}

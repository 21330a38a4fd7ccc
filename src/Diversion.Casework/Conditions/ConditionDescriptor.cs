using Diversion.Casework.Access;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

/// <summary>
/// What one kind of condition is called, says and shows: on pages, in mails, on paper and on the timeline. One subclass a
/// kind; what the kind does is in its folder of the domain.
/// </summary>
public abstract class ConditionDescriptor
{
    public abstract ConditionKind Kind { get; }

    /// <summary>"supervision meetings".</summary>
    public virtual string Name => Words.Of(Kind);

    /// <summary>One condition of an agreement that may have several.</summary>
    internal virtual string Title(Condition condition) => ConditionWords.Of(condition.Id);

    /// <summary>On paper and in mails to staff, in two or three words.</summary>
    public virtual string ShortName => Name;

    /// <summary>Where conditions are chosen.</summary>
    public virtual string ChoiceName => Words.Of(Kind);

    /// <summary>Explains it to the person who chooses it.</summary>
    public abstract string Hint { get; }

    /// <summary>What it is carried out in.</summary>
    public virtual string Appointment => "session";

    /// <summary>Most agreements have it: it is shown first where conditions are chosen.</summary>
    public virtual bool IsUsual => false;

    /// <summary>Chosen with the others by one press: its terms are the scheme's, or a name to choose. Not so where somebody has to say how much, or where.</summary>
    public virtual bool HasUsualTerms => true;

    /// <summary>What the person does, as they are told in a mail; nothing in it may reveal health, places or a victim.</summary>
    internal abstract string Plain(ConditionTerms terms, SchemeRules scheme);

    /// <summary>The same for a condition that is set up, with the figures it was set up with.</summary>
    internal abstract string Plain(Condition condition, SchemeRules scheme);

    /// <summary>What the paper says besides.</summary>
    internal virtual IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) => [];

    /// <summary>The events of the kind, with the names under which they are stored.</summary>
    internal abstract IReadOnlyList<EventEntry> Events { get; }

    /// <summary>What happened, without anything that somebody typed about a person.</summary>
    internal abstract string Sentence(ConditionKindEvent happened);

    /// <summary>What somebody typed into the event, for those who may read it.</summary>
    internal virtual string? Typed(ConditionKindEvent happened, RecordVisibility visible) => null;

    /// <summary>What follows from a command that raised the event; null when nothing needs to be said.</summary>
    /// <param name="titleOf">A condition by its id, with a capital letter.</param>
    /// <param name="done">False while the command is only thought of.</param>
    internal virtual string? Consequence(ConditionKindEvent happened, Func<string, string> titleOf, bool done) => null;

    /// <summary>The condition and the terms that it began with, and what is to be arranged first; null for any other event.</summary>
    internal abstract Beginning? Began(ConditionKindEvent happened);

    /// <summary>Shows the kind's own part of a condition.</summary>
    internal virtual ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme) => view;

    /// <summary>What was agreed, if it is not in the condition's name.</summary>
    public virtual IEnumerable<(string Key, string Value)> Terms(ConditionView condition) => [];

    /// <summary>The progress of a condition, in what the viewer may see of it.</summary>
    internal virtual IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state) => [];

    /// <summary>The obligations that it brings.</summary>
    internal virtual IReadOnlyList<ConditionTask> Tasks => [];

    /// <summary>The command that comes next towards fulfilling a rule, from the present state; null when none does.</summary>
    internal virtual string? Next(Condition condition, string rule) => null;

    /// <summary>The subject of a command of the kind, if it is more than the condition; null otherwise.</summary>
    internal virtual string? Subject(AgreementState state, ConditionCommand command) => null;

    /// <summary>An item of the condition that is not an appointment; null when it has no such item.</summary>
    internal virtual string? Item(Condition condition, string item) => null;

    /// <summary>The label of a command for this reader, where it differs from its step's.</summary>
    internal virtual string? Label(string command, Actor reader) => null;

    /// <summary>The pages of its commands.</summary>
    public abstract IReadOnlyList<Step> Steps { get; }
}

/// <param name="Arrange">What has to be arranged first, if anything.</param>
internal sealed record Beginning(string ConditionId, ConditionTerms Terms, Deadline? Arrange = null);

using System.Globalization;
using Diversion.Domain.Agreements;

namespace Diversion.Domain.FollowUp;

/// <summary>
/// What became of the person, by the police's records. Taken in any status, after the end too; it never changes the status.
/// </summary>
public abstract record FollowUpCommand : AgreementCommand
{
    private FollowUpCommand()
    {
    }

    internal override bool AfterEnd => true;

    /// <summary>
    /// An offence of the person after the allocation or the signing. The same content again changes nothing; other content
    /// for the same source corrects what was recorded.
    /// </summary>
    /// <param name="Source">A crime number, or the id of the row in the force's extract.</param>
    /// <param name="Classification">Home Office classification, in any form that people write.</param>
    /// <param name="Group">A word of the vocabulary's offence groups.</param>
    public sealed record RecordReoffence(
        string Source, LocalDate OffenceOn, ReoffenceOutcome Outcome, LocalDate? OutcomeOn = null, string? Classification = null, string? Group = null) : FollowUpCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("source", Source, required: true);
            texts.Line("classification", Classification);
            texts.Line("group", Group);
        }
    }

    /// <summary>It was recorded in error: of somebody else, or twice under two sources.</summary>
    public sealed record RemoveReoffence(int Number) : FollowUpCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }

    /// <summary>The police's records were searched for this person, up to that day. An earlier day than before is a correction and needs a reason.</summary>
    public sealed record RecordSearch(LocalDate Until) : FollowUpCommand;

    /// <summary>The person died or moved abroad. Again with other content it corrects what was recorded.</summary>
    public sealed record RecordDeparture(DepartureCause Cause, LocalDate On) : FollowUpCommand;

    /// <summary>The death or the move was recorded in error.</summary>
    public sealed record RemoveDeparture : FollowUpCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>The person is or was in custody. With the same first day it corrects what was recorded: a release, for instance.</summary>
    /// <param name="Until">Null while the person is still in custody.</param>
    public sealed record RecordCustodyTime(LocalDate From, LocalDate? Until = null) : FollowUpCommand;

    /// <summary>The time in custody was recorded in error.</summary>
    public sealed record RemoveCustodyTime(LocalDate From) : FollowUpCommand
    {
        internal override CommandSubject Subject => new(Item: From.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

        internal override bool NeedsReason => true;
    }
}

using Diversion.Casework.Analysis;
using Diversion.Casework.Calendars;
using Diversion.Casework.Caseload;
using Diversion.Casework.Figures;
using Diversion.Casework.FollowUps;
using Diversion.Casework.Inbox;
using Diversion.Casework.Projects;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.Retention;
using Diversion.Casework.Search;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.UnmetNeeds;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using NodaTime;

namespace Diversion.Casework.Agreements;

/// <summary>Agreements: the first kind, whose partitions are plain references in a table of their own.</summary>
public sealed class AgreementKind : StreamKind<AgreementState, AgreementEvent>
{
    public static readonly AgreementKind Instance = new();

    private AgreementKind()
    {
    }

    public override string Name => "agreement";

    public override string Table => Tables.Agreements;

    public override IReadOnlyList<string> ReadModels { get; } = [Tables.Caseload, Tables.Inbox, Tables.Register, Tables.Search, Tables.Figures, Tables.Evaluation];

    public override long SnapshotFormat => 18;

    public override EventCatalogue<AgreementEvent> Events => AgreementEvents.Catalogue;

    public override string Called(long count) => count == 1 ? "agreement" : "agreements";

    public override string PartitionOf(string id) => id;

    public override string? IdOf(string partition) => partition;

    public override AgreementState Evolve(AgreementState? state, AgreementEvent happened) => Agreement.Evolve(state, happened);

    public override Instant? NextDue(AgreementState state) => Agreement.NextDue(state);

    /// <summary>One for each open track: on Azure each is a workflow.</summary>
    public override IReadOnlyList<StreamTimer> Timers(AgreementState state) => Agreement.OpenTracks(state);

    public override string StatusOf(AgreementState state) => state.Status.ToString();

    protected override void AddRows(AgreementState state, List<ReadModelRow> rows)
    {
        RegisterRows.Add(state, rows);
        FigureRows.Add(state, rows);
        EvaluationRows.Add(state, rows);
        ServiceUseRows.Add(state, rows);
        UnmetNeedRows.Add(state, rows);
        HoursRows.Add(state, rows);
        if (state.IsErased)
        {
            return;
        }

        OwnPageRows.Add(state, rows);
        CaseloadRows.Add(state, rows);
        CalendarRows.Add(state, rows);
        SessionRows.Add(state, rows);
        InboxRows.Add(state, rows);
        SearchRows.Add(state, rows);
        FollowUpRows.Add(state, rows);
        KeepingRows.Add(state, rows);
    }
}

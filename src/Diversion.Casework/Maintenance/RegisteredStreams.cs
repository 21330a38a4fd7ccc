using Diversion.Casework.Agreements;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Boundaries;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.HarmTables;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;

namespace Diversion.Casework.Maintenance;

/// <summary>Every kind of stream that this program keeps. A new kind is one line here, and its service where a host puts casework together.</summary>
public static class RegisteredStreams
{
    public static StreamKinds Kinds { get; } = new(AgreementKind.Instance, StaffKind.Instance, OffenceTableKind.Instance, CustodyMatchKind.Instance, TrialKind.Instance, HarmTableKind.Instance, BoardPackKind.Instance, SittingKind.Instance, BoundaryKind.Instance, UnitCostKind.Instance, ServiceKind.Instance, ProjectKind.Instance);
}

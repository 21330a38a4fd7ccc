using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Projects;

namespace Diversion.Casework.Projects;

/// <summary>
/// Writes the name and the mark of a project of the directory into a command that names it by id: a case keeps both as they are
/// on that day. A request and a closed project are refused; an id that the directory does not have names other work.
/// </summary>
public sealed class ProjectNames(ITableStore store)
{
    public async ValueTask<AgreementCommand> Of(AgreementCommand command, CancellationToken cancellation = default)
    {
        if (command is not ReparationCommand.ArrangePlacement asked || ProjectId.Read(asked.ProjectId) is not { } id
            || await store.Get(Tables.Search, Partitions.Projects, id.Value, cancellation) is not { } stored)
        {
            return command;
        }

        var row = RowOf<ProjectRow>.Read(stored);
        return row.Status == ProjectStatus.Open
            ? asked with { Project = row.Name, CommunitySafety = row.Purpose.CountsForTarget() }
            : asked.Without(new Refusal.WrongState(RefusalCode.ProjectNotOpen, $"Nobody is placed on {row.Name} now. Choose another project."));
    }
}

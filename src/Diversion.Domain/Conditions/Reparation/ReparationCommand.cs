using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Reparation;

public abstract record ReparationCommand : ConditionCommand
{
    private ReparationCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.Reparation;

    /// <summary>What the victim for whom the work is wants now. They are free to change their mind at any time.</summary>
    public sealed record RecordVictimOnWork(string ConditionId, bool Wants) : ReparationCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }

    /// <summary>Sessions are scheduled and recorded as appointments.</summary>
    /// <param name="ProjectId">Of the directory: then its name and mark are written here. Any other names work that the directory does not have.</param>
    /// <param name="Project">Its name as of this day.</param>
    /// <param name="CommunitySafety">The project is marked as one for community safety or the environment.</param>
    public sealed record ArrangePlacement(string ConditionId, string ProjectId, string Project, bool CommunitySafety, LocalDate StartsOn)
        : ReparationCommand(ConditionId)
    {
        /// <summary>Why the directory gave no such project.</summary>
        internal Refusal? NotGiven { get; private init; }

        public ArrangePlacement Without(Refusal refusal) => this with { NotGiven = refusal };

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("projectId", ProjectId);
            texts.Line("project", Project, required: true);
        }
    }
}

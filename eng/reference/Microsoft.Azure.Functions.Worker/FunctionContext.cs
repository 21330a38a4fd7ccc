namespace Microsoft.Azure.Functions.Worker;

// The real class has more abstract members; nothing here derives from it.
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract string FunctionId { get; }

    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract IDictionary<object, object> Items { get; set; }
}

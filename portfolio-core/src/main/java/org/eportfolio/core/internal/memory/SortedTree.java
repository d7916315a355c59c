package org.eportfolio.core.internal.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map. What {@link #with} and {@link #without} give back shares all but one path with this one, so a
 * snapshot is a reference and a change costs the depth of a balanced (AVL) tree.
 */
final class SortedTree<K, V> {
    private final Comparator<? super K> order;
    private final @Nullable Node<K, V> root;

    private SortedTree(Comparator<? super K> order, @Nullable Node<K, V> root) {
        this.order = order;
        this.root = root;
    }

    static <K, V> SortedTree<K, V> by(Comparator<? super K> order) {
        return new SortedTree<>(order, null);
    }

    @Nullable
    V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int side = order.compare(key, node.key);
            if (side == 0) return node.value;
            node = side < 0 ? node.left : node.right;
        }
        return null;
    }

    SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(order, put(root, key, value));
    }

    SortedTree<K, V> without(K key) {
        return new SortedTree<>(order, remove(root, key));
    }

    /**
     * The first {@code limit} values of one stretch of the map, in order.
     *
     * @param where negative for a key before the stretch, 0 for one in it, positive for one behind it
     */
    List<V> stretch(ToIntFunction<? super K> where, int limit) {
        List<V> found = new ArrayList<>();
        collect(root, where, limit, found);
        return found;
    }

    private static <K, V> void collect(
            @Nullable Node<K, V> node, ToIntFunction<? super K> where, int limit, List<V> found) {
        if (node == null || found.size() >= limit) return;
        int side = where.applyAsInt(node.key);
        if (side >= 0) collect(node.left, where, limit, found);
        if (side == 0 && found.size() < limit) found.add(node.value);
        if (side <= 0) collect(node.right, where, limit, found);
    }

    private Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) return node(null, key, value, null);
        int side = order.compare(key, node.key);
        if (side == 0) return node(node.left, key, value, node.right);
        return side < 0
                ? balanced(put(node.left, key, value), node.key, node.value, node.right)
                : balanced(node.left, node.key, node.value, put(node.right, key, value));
    }

    private @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) return null;
        int side = order.compare(key, node.key);
        if (side < 0) return balanced(remove(node.left, key), node.key, node.value, node.right);
        if (side > 0) return balanced(node.left, node.key, node.value, remove(node.right, key));
        if (node.left == null) return node.right;
        if (node.right == null) return node.left;
        Node<K, V> next = node.right;
        while (next.left != null) next = next.left;
        return balanced(node.left, next.key, next.value, remove(node.right, next.key));
    }

    private static <K, V> Node<K, V> balanced(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        int lean = height(left) - height(right);
        if (lean > 1) return raisedLeft(Objects.requireNonNull(left), key, value, right);
        if (lean < -1) return raisedRight(left, key, value, Objects.requireNonNull(right));
        return node(left, key, value, right);
    }

    private static <K, V> Node<K, V> raisedLeft(Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        if (height(left.left) >= height(left.right)) {
            return node(left.left, left.key, left.value, node(left.right, key, value, right));
        }
        Node<K, V> top = Objects.requireNonNull(left.right);
        return node(
                node(left.left, left.key, left.value, top.left),
                top.key,
                top.value,
                node(top.right, key, value, right));
    }

    private static <K, V> Node<K, V> raisedRight(@Nullable Node<K, V> left, K key, V value, Node<K, V> right) {
        if (height(right.right) >= height(right.left)) {
            return node(node(left, key, value, right.left), right.key, right.value, right.right);
        }
        Node<K, V> top = Objects.requireNonNull(right.left);
        return node(
                node(left, key, value, top.left),
                top.key,
                top.value,
                node(top.right, right.key, right.value, right.right));
    }

    private static <K, V> Node<K, V> node(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        return new Node<>(left, key, value, right, 1 + Math.max(height(left), height(right)));
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private record Node<K, V>(
            @Nullable Node<K, V> left,
            K key,
            V value,
            @Nullable Node<K, V> right,
            int height) {}
}
